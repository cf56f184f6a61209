import { afterEach, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import type { Clock } from '../../../../src/change/applyDeps';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import type { CommandContext } from '../../../../src/features/commandContext';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { byCode } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';

afterEach(() => vi.restoreAllMocks());

/** The bench with its region read; its commands wait like this. */
async function openRead(waitsOf: (clock: Clock) => Partial<Clock>) {
  const bench = await openCommandBench();
  const { clock } = bench.context;
  const context: CommandContext = { ...bench.context, clock: { ...clock, ...waitsOf(clock) } };
  const scope = { profile: bench.profile, regionCode: 'KR' };
  await context.networks.load(scope);
  return { ...bench, context, scope };
}

/** Waits are twenty times shorter. */
const shortly = (clock: Clock): Partial<Clock> => ({ sleep: (ms, stop) => clock.sleep(ms / 20, stop) });

/** Each wait takes no time, after which it is ten seconds later. */
function leaping(clock: Clock): Partial<Clock> {
  let ahead = 0;
  return {
    now: () => clock.now() + ahead,
    sleep(_ms, stop) {
      ahead += 10_000;
      return clock.sleep(0, stop);
    },
  };
}

it('a change whose answer was lost is told at once and again, and its interface is marked until then', async () => {
  const { context, sandbox, scope } = await openRead(shortly);
  const warn = vi.spyOn(window, 'showWarningMessage').mockResolvedValue(undefined);
  const error = vi.spyOn(window, 'showErrorMessage').mockResolvedValue(undefined);
  const isBusy = (): boolean => context.networks.busy(scope).has('701236');
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
  const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };
  const interim = (await byCode(assignSecondaryIps, context, wanted)) as Outcome;
  expect(warn.mock.lastCall?.[0]).toContain('You will be told the result.');
  expect(error).not.toHaveBeenCalled();
  expect(isBusy()).toBe(true);
  await interim.looking;
  await vi.waitFor(() => expect(error.mock.lastCall?.[0]).toContain('Nothing was changed on'));
  expect(warn).toHaveBeenCalledOnce();
  expect(isBusy()).toBe(false);
});

it('an interface that is missing from the reads after a change stays in the tree until the region tells', async () => {
  const { context, sandbox, scope } = await openRead(leaping);
  const isShown = (): boolean => {
    const state = context.networks.state(scope);
    return state.last?.network.interface('701237') !== undefined;
  };
  await sandbox.faults([
    // The look before the change is right.
    { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
    { action: 'getNetworkInterfaceList', fault: 'otherAccount', times: 100_000 },
  ]);
  const wanted = { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] };
  const interim = (await byCode(unassignSecondaryIps, context, wanted)) as Outcome;
  expect((await interim.looking) ?? interim).toMatchObject({ steps: [{ result: 'unknown', reason: 'missing' }] });
  expect(isShown()).toBe(true);
  await sandbox.clearFaults();
  await sandbox.change({ remove: { networkInterfaceNo: '701237' } });
  await context.networks.refresh(scope);
  expect(isShown()).toBe(false);
});
