import { expect, it, vi } from 'vitest';
import { window } from 'vscode';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { chosenKeys } from '../../../support/sandbox';
import { withSettings } from '../../../support/withSettings';

const { accessKey, secretKey } = chosenKeys;
const otherKeys = { accessKey: 'ncpTestAccessKey0009', secretKey: 'ncpTestSecretKey00000000000000000000WXYZ' };
/** Two calls on one interface: what is taken, then what is unseen. */
const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.20', '10.0.10.101'], allowReassign: true };

/** A change of two calls under way: the first was carried out and has no answer yet. */
async function openChange() {
  const bench = await openCommandBench();
  const profile = buildProfile({ id: 'p9', name: 'production', site: 'custom', gatewayUrl: bench.sandbox.url });
  await bench.context.profiles.save(profile);
  await bench.context.credentials.write('p9', { accessKey, secretKey });
  withSettings({ allowUnattendedChanges: ['production'], requestsPerSecond: 50 });
  const clock = {
    ...bench.context.clock,
    sleep: (ms: number, stop?: AbortSignal) => bench.context.clock.sleep(ms / 50, stop),
  };
  const context = { ...bench.context, clock };
  const scope = { profile, regionCode: 'KR' };
  await context.networks.load(scope);
  await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 1000 }]);
  const running = call(assignSecondaryIps, context, { profile: 'p9', ...wanted, confirm: false }) as Promise<Outcome>;
  await expect
    .poll(() => bench.sandbox.requests(), { interval: 10, timeout: 10_000 })
    .toContainEqual(expect.objectContaining({ applied: true }));
  return { ...bench, context, scope, running };
}

it('what was sent is judged with the keys that sent it, although others took their place meanwhile', async () => {
  const tell = vi.spyOn(window, 'showWarningMessage');
  const { context, running, sandbox } = await openChange();
  await context.credentials.write('p9', otherKeys);
  const outcome = await running;
  expect(outcome).toMatchObject({ result: 'partly', ended: 'keysReplaced' });
  expect(outcome.steps).toMatchObject([{ result: 'applied', settled: true }, { result: 'skipped' }]);
  const used = (await sandbox.requests()).map((request) => request.accessKey);
  expect(used).not.toContainEqual(expect.stringContaining(otherKeys.accessKey.slice(-4)));
  expect(tell.mock.lastCall?.[0]).toContain('The keys of the profile were replaced, so nothing more was sent.');
});

it('no row that the change reads appears in the tree of the account that came in its place', async () => {
  const { context, running, scope } = await openChange();
  await context.credentials.write('p9', otherKeys);
  context.networks.forget('p9');
  await running;
  expect(context.networks.state(scope)).toEqual({ kind: 'unread' });
});
