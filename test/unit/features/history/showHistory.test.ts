import { describe, expect, it } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { showHistory } from '../../../../src/features/history/showHistory';
import type { Subject } from '../../../../src/tree/node';
import { buildProfile } from '../../../support/buildProfile';
import { call, onRows } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

/** web-01 got .101, db-01 got an address of another subnet. `selected` rows stand in the Network view. */
async function open(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, profile } = bench;
  const scope = { profile, regionCode: profile.regionCode };
  const selection: { readonly subject: Subject }[] = [];
  const all = { ...context, view: { selection } as never };
  for (const [networkInterfaceNo, address] of [
    ['701236', '10.0.10.101'],
    ['701237', '10.0.10.102'],
  ] as const)
    await call(assignSecondaryIps, all, { networkInterfaceNo, secondaryIps: [address], confirm: false });
  const run = (subject?: object, options: CommandOptions = {}): Promise<unknown> =>
    subject ? showHistory(all, onRows({ scope, ...subject } as Subject)) : call(showHistory, all, options);
  const shown = async (): Promise<readonly [string | undefined, readonly string[]]> => [
    context.historyFilters.get()?.words,
    context.historyFilters.shown(await context.history.list()).flatMap(({ plan }) => plan.changes[0]?.gains ?? []),
  ];
  const select = (subject: object) => selection.push({ subject: { scope, ...subject } as Subject });
  return { ...bench, run, shown, select };
}
const web = { kind: 'interface', networkInterfaceNo: '701236' };

describe('Show History', () => {
  it('of an interface, a server and a secondary IP; of a primary address that of its interface', async () => {
    const { run, shown, context, profile } = await open();
    await run(web);
    expect(await shown()).toEqual(['web-01/eth0', ['10.0.10.101']]);
    const reading = await context.networks.load({ profile, regionCode: 'KR' });
    const { instanceNo: serverInstanceNo } = reading.network.interface('701237')!;
    await run({ kind: 'server', serverInstanceNo });
    expect(await shown()).toEqual(['web-02', ['10.0.10.102']]);
    const address = { ...web, kind: 'address', address: '10.0.10.101', role: 'secondary' };
    await run(address);
    expect(await shown()).toEqual(['10.0.10.101', ['10.0.10.101']]);
    await run({ ...address, address: '10.0.10.14', role: 'primary' });
    expect(await shown()).toEqual(['web-01/eth0', ['10.0.10.101']]);
  });

  it('asks for an interface when no row is selected, and takes the one row that is', async () => {
    const { run, shown, select } = await open(user.picks('web-02/eth0'));
    await run();
    expect((await shown())[0]).toBe('web-02/eth0');
    select(web);
    await run();
    expect((await shown())[0]).toBe('web-01/eth0');
  });

  it('changes nothing when the question is left; code names an interface', async () => {
    const { run, shown } = await open(user.dismisses());
    await run();
    expect((await shown())[0]).toBeUndefined();
    await run(undefined, { networkInterfaceNo: '701236' });
    expect((await shown())[0]).toBe('web-01/eth0');
  });

  it('leaves out what profiles of other clouds did to an interface of the same number', async () => {
    const { run, context } = await open();
    await context.profiles.save(buildProfile({ id: 'real', name: 'Real', site: 'public' }));
    expect(await run(web)).toMatchObject({ elsewhere: ['real'] });
  });

  it('hides changes in the view alone: the journal, and so undo and recovery, have all of them', async () => {
    const { run, context } = await open();
    await run(undefined, { networkInterfaceNo: '701236' });
    expect(await context.history.list()).toHaveLength(2);
  });
});
