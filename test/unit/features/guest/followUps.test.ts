import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { guestOsCommands } from '../../../../src/features/guest/guestOsCommands';
import { recoverOpenEntries } from '../../../../src/features/change/recoverOpenEntries';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { undo, undoEntry } from '../../../../src/features/undo/undoEntry';
import type { Protection } from '../../../../src/session/profile';
import { buildEntry, buildStep } from '../../../support/buildEntry';
import { byCode, call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };

async function writes({ sandbox }: CommandBench): Promise<string[]> {
  return (await sandbox.writes()).map(({ action }) => action);
}

describe('protection that is set while somebody reads the review', () => {
  async function assignWhile(protection: Protection, ...script: readonly Reply[]) {
    const bench = await openCommandBench(user.picks('Assign'), ...script);
    const { profiles, prompter } = bench.context;
    const pick: typeof prompter.pick = async (question) => {
      await profiles.update(bench.profile.id, (now) => ({ ...now, protection }));
      return prompter.pick(question);
    };
    const context = { ...bench.context, prompter: { ...prompter, pick } };
    return { bench, running: call(assignSecondaryIps, context, wanted) };
  }

  it('refuses the change when it is read-only now', async () => {
    const { bench, running } = await assignWhile('readOnly');
    await expect(running).rejects.toThrow('This profile may only read.');
    expect(await writes(bench)).toEqual([]);
  });

  it('asks for the name of the interface when it is protected now', async () => {
    const { bench, running } = await assignWhile('protected', user.types('nic-701236'));
    expect(await running).toMatchObject({ result: 'applied' });
    expect(await writes(bench)).toEqual(['assignSecondaryIps']);
  });
});

describe('what follows a change', () => {
  it('Retry of an undo takes the first change back, so it is not offered again', async () => {
    const bench = await openCommandBench();
    const { context, sandbox } = bench;
    await byCode(assignSecondaryIps, context, wanted);
    const [first] = await context.history.list();
    await sandbox.faults([{ action: 'unassignSecondaryIps', fault: 'permission' }]);
    const refused = (await byCode(undo, context, { entry: first?.id })) as Outcome;
    expect(refused.result).toBe('notApplied');
    const [failed] = await context.history.list();
    expect(failed?.undoes).toBe(first?.id);
    expect(await byCode(retryFailed, context, { entry: failed?.id })).toMatchObject({ result: 'applied' });
    expect((await context.history.get(first?.id ?? ''))?.undoneBy).toBeDefined();
  });

  it('Undo above the view takes the newest change back, whatever row has the focus; Undo of a row that one', async () => {
    const { context, sandbox } = await openCommandBench(user.says(true), user.says(true));
    await byCode(assignSecondaryIps, context, wanted);
    await byCode(assignSecondaryIps, context, { ...wanted, secondaryIps: ['10.0.10.102'] });
    const [, first] = await context.history.list();
    const onRow = { entryId: first?.id ?? '' };
    await call(undo, context, onRow);
    const held = async () => {
      const { regions } = await sandbox.state();
      const all = regions.flatMap(({ interfaces }) => interfaces);
      return all.find(({ networkInterfaceNo }) => networkInterfaceNo === wanted.networkInterfaceNo)?.secondaryIpList;
    };
    expect(await held()).toEqual(['10.0.10.101']);
    await call(undoEntry, context, onRow);
    expect(await held()).toEqual([]);
  });

  it('Guest OS Commands of a change look at the region where it was made, whatever is looked at now', async () => {
    const { context, sandbox } = await openCommandBench();
    const { regions } = await sandbox.state();
    const there = regions.find(({ regionCode }) => regionCode === 'JPN')?.interfaces[0];
    if (!there) throw new Error('no interface in JPN');
    const net = there.ip.slice(0, there.ip.lastIndexOf('.'));
    const address = `${net}.200`;
    const options = { networkInterfaceNo: there.networkInterfaceNo, secondaryIps: [address], regionCode: 'JPN' };
    await byCode(assignSecondaryIps, context, options);
    const [entry] = await context.history.list();
    expect(entry?.regionCode).toBe('JPN');
    const text = await call(guestOsCommands, context, { entry: entry?.id, system: 'all' });
    expect(text).toContain(`${address}/`);
  });

  it('an unfinished change of a profile that was removed ends as not known, and is not asked about again', async () => {
    const { context, sandbox } = await openCommandBench();
    const { history } = context;
    const step = { step: buildStep(), state: 'sent', before: [], addresses: [], chosen: [] } as const;
    const open = buildEntry({ state: 'open', profile: { id: 'gone', name: 'gone' }, steps: [step] });
    await history.open(open);
    await history.release(open.id);
    await recoverOpenEntries(context, await context.history.claimAbandoned());
    expect(await history.get(open.id)).toMatchObject({ state: 'done', result: 'unknown', recovered: true });
    expect(await history.claimAbandoned()).toEqual([]);
    expect(await sandbox.requests()).toEqual([]);
  });
});
