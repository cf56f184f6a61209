import { describe, expect, it, vi } from 'vitest';
import { filterAndGroup } from '../../../../src/features/view/filterAndGroup';
import { clearFilter, filterByText } from '../../../../src/features/view/filterByText';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { createDisplayStore, type DisplayOptions } from '../../../../src/session/displayStore';
import { NetworkTree } from '../../../../src/tree/networkTree';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { memoryMemento } from '../../../support/memoryMemento';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { drawTree } from '../../../support/treeText';

async function open(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, profile } = bench;
  const state = memoryMemento();
  const displays = createDisplayStore(state);
  const tree = new NetworkTree({ ...context, displays });
  const reveal = vi.fn(() => Promise.resolve());
  const all = Object.assign(context, { displays, tree, view: { visible: true, reveal } });
  await context.networks.load({ profile, regionCode: 'KR' });
  /** The look at each change of it. */
  const seen: DisplayOptions[] = [];
  displays.onDidChange(() => seen.push(displays.get(profile.id)));
  const run = (options?: CommandOptions): Promise<unknown> => call(filterByText, all, options);
  return { ...bench, all, run, tree, reveal, seen, displays, look: () => displays.get(profile.id), state };
}

const input = (typed: string): Reply => user.types(typed);

describe('Filter by Text', () => {
  it('keeps what was typed, beside the other filters, and starts from it the next time', async () => {
    const { run, look, displays, profile, all, state } = await open(input(' db-01 eth1 '), input(''));
    await displays.set(profile.id, { groupBy: 'server', filters: ['inUse'] });
    await run();
    expect(look()).toEqual({ groupBy: 'server', filters: ['inUse'], text: 'db-01 eth1' });
    expect(createDisplayStore(state).get(profile.id)).toEqual(look());
    await run();
    expect(all.prompter.asked.map(({ initially }) => initially)).toEqual([[''], ['db-01 eth1']]);
    expect(look()).toEqual({ groupBy: 'server', filters: ['inUse'] });
  });

  it('shows it while it is typed, remembers nothing before Enter, and gives back on Escape what was there', async () => {
    const { run, look, displays, profile, all, seen, state } = await open(user.dismisses());
    await displays.set(profile.id, { groupBy: 'subnet', filters: [], text: 'web' });
    const words: (string | undefined)[] = [];
    const ask = all.prompter.input.bind(all.prompter);
    all.prompter.input = (question) => {
      words.push(question.prompt, question.follow?.('db-01'), question.follow?.('db-01 eth1'));
      expect(createDisplayStore(state).get(profile.id).text).toBe('web');
      return ask(question);
    };
    expect(await run()).toBeUndefined();
    expect(words).toEqual(['8 of 17 interfaces', '3 of 17 interfaces', '1 of 17 interfaces']);
    expect(seen.map(({ text }) => text)).toEqual(['web', 'db-01', 'db-01 eth1', 'web']);
    expect(look().text).toBe('web');
  });

  it('opens the rows that hold what is left, without the focus, when that is a list to read', async () => {
    const { run, reveal } = await open(input('db-01'));
    await run();
    await vi.waitFor(() => expect(reveal).toHaveBeenCalled());
    const [[node, options]] = reveal.mock.calls as unknown as [[{ id: string }, object]];
    expect(node.id).toMatch(/\/subnet-\d+$/);
    expect(options).toEqual({ select: false, focus: false, expand: true });
  });

  it('is for every profile shown, or for the one that is named', async () => {
    const { all, run, look, displays } = await open();
    const second = buildProfile({ id: 'second', site: 'sandbox', name: 'Second' });
    await all.profiles.save(second);
    await all.scopes.pin([...all.scopes.shown(), { profile: second, regionCode: 'KR' }]);
    await run({ text: 'web' });
    expect([look().text, displays.get('second').text]).toEqual(['web', 'web']);
    await run({ text: 'db', profile: 'Second' });
    expect([look().text, displays.get('second').text]).toEqual(['web', 'db']);
    expect(await clearFilter(all)).toEqual({ cleared: 2 });
    expect([look(), displays.get('second')]).toEqual([
      { groupBy: 'subnet', filters: [] },
      { groupBy: 'subnet', filters: [] },
    ]);
    expect(await clearFilter(all)).toEqual({ cleared: 0 });
  });

  it('is a row of Filter and Group, which shows all again and groups without losing it', async () => {
    const { all, look } = await open(
      user.picks('Filter by Text…'),
      input('web-01'),
      user.picks('By server'),
      user.picks('Show All Interfaces'),
    );
    await call(filterAndGroup, all);
    expect(look().text).toBe('web-01');
    await call(filterAndGroup, all);
    expect(look()).toEqual({ groupBy: 'server', filters: [], text: 'web-01' });
    await call(filterAndGroup, all);
    expect(look()).toEqual({ groupBy: 'server', filters: [] });
  });

  it('leaves in the tree what holds the words, and the row that says so', async () => {
    const { run, tree } = await open();
    await run({ text: 'db-01 eth1' });
    const drawn = await drawTree(tree);
    expect(drawn.map(({ item }) => item.label)).toEqual([
      'Filter: “db-01 eth1”',
      'prod-vpc',
      'db-priv',
      'db-01/eth1',
      '10.0.20.11',
    ]);
    expect(drawn[0]?.item.description).toContain('1 of 17 interfaces');
  });

  it('shows a subnet that holds nothing when its name was typed', async () => {
    const { run, tree } = await open();
    await run({ text: 'bm-priv' });
    expect((await drawTree(tree)).map(({ item }) => item.label)).toContain('bm-priv');
  });

  it('shows what is asked for in spite of it, until it changes', async () => {
    const { run, tree, profile } = await open();
    await run({ text: 'db-01' });
    const found = await tree.find({ profile, regionCode: 'KR' }, (subject) =>
      subject.kind === 'interface' ? subject.networkInterfaceNo === '701236' : false,
    );
    const ids = async (): Promise<string[]> => (await drawTree(tree)).map(({ node }) => node.id);
    expect(found).toBeDefined();
    expect(await ids()).toContain(found?.id);
    await run({ text: 'db-01 ' });
    expect(await ids()).not.toContain(found?.id);
  });
});
