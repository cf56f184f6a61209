import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { followOtherWindows } from '../../../../src/features/change/followOtherWindows';
import { buildEntry, buildPlan, buildRecord } from '../../../support/buildEntry';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';

const web = '701236';

interface Elsewhere {
  readonly numbers?: readonly string[];
  readonly profileId?: string;
  readonly finishedAt?: number;
}

/** Long enough for a call to a sandbox in this process to arrive, had there been one. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** A window that has loaded the region; `changeElsewhere` is another one that ended a change, as its file tells. */
async function openWindow() {
  const bench = await openCommandBench();
  const { context, sandbox, profile } = bench;
  const scope = { profile, regionCode: 'KR' };
  await context.networks.load(scope);
  // As the view of the history does at the start.
  await context.history.list();
  const following = followOtherWindows(context);
  onTestFinished(() => void following.dispose());
  let ids = 0;
  return {
    ...bench,
    scope,
    held: (no = web) => context.networks.state(scope).last?.network.interface(no)?.secondaryIpList,
    reads: async () => (await sandbox.requests()).filter(({ action }) => action === 'getNetworkInterfaceList').length,
    changeElsewhere: async (
      after: readonly string[],
      { numbers = [web], profileId = profile.id, finishedAt = context.clock.now() + 1 }: Elsewhere = {},
    ) => {
      const [step] = buildPlan().steps;
      if (!step) throw new Error('a plan without a step');
      const addresses = numbers.map((networkInterfaceNo) => ({ networkInterfaceNo, secondaryIpList: after }));
      const id = `9999-${++ids}`;
      const entry = buildEntry({
        id,
        profile: { id: profileId, name: 'Sandbox' },
        steps: [buildRecord({ step, after: addresses })],
        finishedAt,
      });
      await mkdir(context.journalFolder, { recursive: true });
      await writeFile(path.join(context.journalFolder, `${id}.json`), JSON.stringify(entry));
      context.history.touch(`${id}.json`);
    },
  };
}

describe('a change that ended in another window', () => {
  it('is read where its region is loaded: one call, and the rows are as they are now', async () => {
    const { sandbox, changeElsewhere, held, reads } = await openWindow();
    await sandbox.change({ assign: { networkInterfaceNo: web, address: '10.0.10.11' } });
    const before = await reads();
    await changeElsewhere(['10.0.10.11']);
    await vi.waitFor(() => expect(held()).toEqual(['10.0.10.11']));
    expect((await reads()) - before).toBe(1);
  });

  it('of many interfaces is read with the region instead of naming each', async () => {
    const { sandbox, context, scope, changeElsewhere } = await openWindow();
    await sandbox.reset({ scenario: 'large', nics: 60 });
    const { network, readAt } = await context.networks.refresh(scope);
    const numbers = network.interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo);
    await sandbox.clearRequests();
    await changeElsewhere(['10.9.9.9'], { numbers });
    await vi.waitFor(() => expect(context.networks.state(scope).last?.readAt).toBeGreaterThan(readAt));
    const arrived = (await sandbox.requests()).map(({ action, params }) => [
      action,
      'networkInterfaceNoList.1' in params,
    ]);
    expect(arrived).toContainEqual(['getVpcList', false]);
    expect(arrived).not.toContainEqual(['getNetworkInterfaceList', true]);
  });

  it.each([
    ['shows what is here already', { after: [] }],
    ['is of a profile that is gone', { after: ['10.0.10.11'], profileId: 'gone' }],
    ['is of an interface that is not here', { after: ['10.0.10.11'], numbers: ['999999'] }],
    ['ended before this window began', { after: ['10.0.10.11'], finishedAt: 1 }],
  ])('is not read when it %s', async (_, { after, ...other }) => {
    const { changeElsewhere, reads, context } = await openWindow();
    const before = await reads();
    await changeElsewhere(after, other);
    await vi.waitFor(async () => expect(await context.history.list()).toHaveLength(1));
    await settled();
    expect(await reads()).toBe(before);
  });

  it('is read once a reading that is under way has ended: it may have begun before', async () => {
    const { sandbox, context, scope, changeElsewhere, held, reads } = await openWindow();
    await sandbox.faults([{ action: 'getServerInstanceList', fault: 'stall', ms: 300 }]);
    const before = await reads();
    const reading = context.networks.refresh(scope);
    await vi.waitFor(async () => expect(await reads()).toBeGreaterThan(before));
    await sandbox.change({ assign: { networkInterfaceNo: web, address: '10.0.10.11' } });
    await changeElsewhere(['10.0.10.11']);
    const { network } = await reading;
    expect(network.interface(web)?.secondaryIpList).toEqual([]);
    await vi.waitFor(() => expect(held()).toEqual(['10.0.10.11']));
  });

  it('is read after a reading under way was given up, whose region is shown no more', async () => {
    const { sandbox, context, scope, changeElsewhere, held, reads } = await openWindow();
    await sandbox.faults([{ action: 'getServerInstanceList', fault: 'stall', ms: 10_000 }]);
    const before = await reads();
    const reading = context.networks.refresh(scope).catch(() => 'given up');
    await vi.waitFor(async () => expect(await reads()).toBeGreaterThan(before));
    await sandbox.change({ assign: { networkInterfaceNo: web, address: '10.0.10.11' } });
    await changeElsewhere(['10.0.10.11']);
    await settled();
    context.networks.cancelHidden([]);
    expect(await reading).toBe('given up');
    await vi.waitFor(() => expect(held()).toEqual(['10.0.10.11']));
  });

  it('that cannot be read leaves what is here, and a line in the log', async () => {
    const { sandbox, context, changeElsewhere, held } = await openWindow();
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 5 }]);
    const warn = vi.spyOn(context.log, 'warn');
    await changeElsewhere(['10.0.10.11']);
    await vi.waitFor(() => expect(warn.mock.calls.join()).toContain('another window'));
    expect(held()).toEqual([]);
  });
});

it('a change of this window is on its rows already: nothing is read for it', async () => {
  const { context, held, reads } = await openWindow();
  const alone = await openCommandBench();
  await alone.context.networks.load({ profile: alone.profile, regionCode: 'KR' });
  const wanted = { networkInterfaceNo: web, secondaryIps: ['10.0.10.11'], confirm: false };
  await call(assignSecondaryIps, alone.context, wanted);
  await call(assignSecondaryIps, context, wanted);
  await settled();
  const unfollowed = (await alone.sandbox.requests()).filter(({ action }) => action === 'getNetworkInterfaceList');
  expect(held()).toEqual(['10.0.10.11']);
  expect(await reads()).toBe(unfollowed.length);
});
