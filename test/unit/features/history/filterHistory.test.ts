import { describe, expect, it, vi } from 'vitest';
import { commands } from 'vscode';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { dismissResult } from '../../../../src/features/result/dismissResult';
import { clearHistoryFilter, filterHistory } from '../../../../src/features/history/filterHistory';
import { createHistoryFilters } from '../../../../src/session/journal/historyFilter';
import { createLastResult } from '../../../../src/session/lastResult';
import { buildEntry } from '../../../support/buildEntry';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { scriptedPrompter, user, type Reply } from '../../../support/scriptedPrompter';

const entries = [
  buildEntry({ id: 'a', profile: { id: 'p1', name: 'older name' } }),
  buildEntry({ id: 'b', profile: { id: 'gone', name: 'production' }, result: 'notApplied' }),
  buildEntry({ id: 'c', profile: { id: 'p2', name: 'staging' }, undoneBy: 'd' }),
];

function open(...script: readonly Reply[]) {
  const historyFilters = createHistoryFilters();
  const prompter = scriptedPrompter(...script);
  const profiles = { all: () => [buildProfile()] };
  const context = { history: { list: () => Promise.resolve(entries) }, historyFilters, profiles, prompter } as never;
  const run = (options: CommandOptions = {}): Promise<unknown> => call(filterHistory, context, options);
  const shown = (): string[] => historyFilters.shown(entries).map(({ id }) => id);
  return { run, shown, words: () => historyFilters.get()?.words, asked: prompter.asked, historyFilters };
}

describe('Filter History', () => {
  it('by text, by outcome, by profile: one after the other, all at once, each shown the next time', async () => {
    const { run, shown, words, asked } = open(
      user.picks('Text…'),
      user.types(' web-01 '),
      user.picks('Outcome…'),
      user.ticks({ tick: ['undone', 'not applied'] }),
      user.picks('Profile…'),
      user.ticks({ tick: ['staging'] }),
      user.picks('Text…'),
      user.types(''),
      user.picks('Show All Changes'),
    );
    await run();
    expect([words(), shown()]).toEqual(['“web-01”', ['a', 'b', 'c']]);
    await run();
    expect([words(), shown()]).toEqual(['“web-01”, not applied / undone', ['b', 'c']]);
    await run();
    expect([words(), shown()]).toEqual(['“web-01”, staging, not applied / undone', ['c']]);
    await run();
    expect(asked.at(-1)?.initially).toEqual(['web-01']);
    expect(words()).toBe('staging, not applied / undone');
    await run();
    expect([words(), shown()]).toEqual([undefined, ['a', 'b', 'c']]);
  });

  it('offers a profile by the name it has now, together with one of that name that was removed', async () => {
    const { run, shown, asked } = open(user.picks('Profile…'), user.ticks({ tick: ['production'] }));
    await run();
    expect(asked.at(-1)?.choices).toEqual(['production', 'staging']);
    expect(shown()).toEqual(['a', 'b']);
  });

  it('goes back to what may be filtered by, and changes nothing when it is left', async () => {
    const { run, words } = open(
      user.picks('Outcome…'),
      user.goesBack(),
      user.picks('Text…'),
      user.goesBack('web'),
      user.picks('Profile…'),
      user.dismisses(),
      user.dismisses(),
    );
    expect(await run()).toBeUndefined();
    expect(await run()).toBeUndefined();
    expect(words()).toBeUndefined();
  });

  it('takes the one thing off and leaves the rest', async () => {
    const { run, words, historyFilters } = open(user.picks('Show changes outside web-01/eth0 too'));
    const place = { name: 'web-01/eth0', regionCode: 'KR', elsewhere: [] };
    await run({ text: 'x' });
    const thing = { kind: 'interface', networkInterfaceNo: '701236', ...place } as const;
    const active = historyFilters.get()!;
    historyFilters.set({ ...active, filter: { ...active.filter, thing } });
    await run();
    expect(words()).toBe('“x”');
  });

  it('asks nothing of code, shows the view, and is cleared by a command', async () => {
    const run = vi.spyOn(commands, 'executeCommand');
    const bench = open();
    await bench.run({ outcomes: ['undone'], profiles: ['staging'] });
    expect([bench.words(), bench.shown()]).toEqual(['staging, undone', ['c']]);
    expect(run).toHaveBeenCalledWith('ncloudIp.history.focus');
    await bench.run({ text: 'nowhere' });
    expect([bench.words(), bench.shown()]).toEqual(['“nowhere”, staging, undone', []]);
    await clearHistoryFilter(bench);
    expect(bench.words()).toBeUndefined();
  });
});

it('Dismiss Last Result takes it away', async () => {
  const lastResult = createLastResult();
  lastResult.set({ message: 'done' } as never);
  await dismissResult({ lastResult });
  expect(lastResult.get()).toBeUndefined();
});
