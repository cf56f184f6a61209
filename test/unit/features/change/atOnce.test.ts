import { expect, it, onTestFinished, vi } from 'vitest';
import { window } from 'vscode';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { chosenKeys } from '../../../support/sandbox';
import { withSettings } from '../../../support/withSettings';

const { accessKey, secretKey } = chosenKeys;

/** What every progress notification says from now on. */
function listenToProgress(): string[] {
  const said: string[] = [];
  const withProgress = (_options: unknown, work: (progress: unknown, token: unknown) => unknown): unknown => {
    const report = ({ message = '' }: { message?: string }): unknown => said.push(message);
    return work({ report }, { onCancellationRequested: () => ({ dispose: () => undefined }) });
  };
  const spy = vi.spyOn(window, 'withProgress').mockImplementation(withProgress as never);
  onTestFinished(() => spy.mockRestore());
  return said;
}

it('of two commands at once on one interface, through two profiles of one gateway, one waits and says so', async () => {
  const { context: given, sandbox } = await openCommandBench();
  withSettings({ allowUnattendedChanges: ['first', 'second'] });
  for (const id of ['first', 'second']) {
    await given.profiles.save(buildProfile({ id, name: id, site: 'custom', gatewayUrl: sandbox.url }));
    await given.credentials.write(id, { accessKey, secretKey });
  }
  const sleep: typeof given.clock.sleep = (ms, stop) => given.clock.sleep(ms / 100, stop);
  const context = { ...given, clock: { ...given.clock, sleep } };
  const said = listenToProgress();
  // What takes no second is over before a notification comes.
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 1_400 }]);
  const run = (profile: string, address: string): Promise<unknown> =>
    call(assignSecondaryIps, context, {
      profile,
      networkInterfaceNo: '701236',
      secondaryIps: [address],
      confirm: false,
    });
  const outcomes = (await Promise.all([run('first', '10.0.10.101'), run('second', '10.0.10.102')])) as Outcome[];
  expect(outcomes).toMatchObject([
    { result: 'applied', steps: [{ unexpected: [] }] },
    { result: 'applied', steps: [{ unexpected: [] }] },
  ]);
  expect(said).toContain('waiting for another change on the same interface');
});
