import { window } from 'vscode';
import { afterEach, expect, it, vi } from 'vitest';
import { readArguments } from '../../../../src/features/readArguments';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

afterEach(() => vi.restoreAllMocks());

/** The key Delete on a row of the view; `said`: what the status bar says of it. */
async function pressDelete(subject: object, ...script: readonly Reply[]) {
  const { context, profile, sandbox } = await openCommandBench(...script);
  const scope = { profile, regionCode: 'KR' };
  const row = { id: 'row', subject: { scope, ...subject } };
  const said = vi.spyOn(window, 'setStatusBarMessage');
  const clock = { ...context.clock, now: () => context.clock.now() + 60_000 };
  await context.networks.load(scope);
  await sandbox.change({ assign: { networkInterfaceNo: '701251', address: '10.0.20.99' } });
  const done = await unassignSecondaryIps(
    { ...context, clock },
    readArguments('ncloudIp.unassignSecondaryIps', [row, [row]]),
  );
  return { done, asked: context.prompter.asked, said: said.mock.calls.map(([words]) => words) };
}

it.each([
  ['a primary address', { kind: 'address', networkInterfaceNo: '701237', address: '10.0.10.6', role: 'primary' }],
  ['a subnet', { kind: 'subnet', subnetNo: '3104' }],
  ['a server', { kind: 'server', serverInstanceNo: '10423318' }],
  ['a note', { kind: 'note' }],
])('the key Delete asks nothing on %s, and says what can be unassigned', async (_, subject) => {
  const { done, asked, said } = await pressDelete(subject);
  expect(done).toBeUndefined();
  expect(asked).toEqual([]);
  expect(said).toEqual(['Only secondary IPs can be unassigned.']);
});

it('the key Delete asks nothing on an interface without secondary IPs, and says that it has none', async () => {
  const { asked, said } = await pressDelete({ kind: 'interface', networkInterfaceNo: '701236' });
  expect(asked).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^web-01.* has no secondary IPs\.$/)]);
});

it('an interface that held none a minute ago is looked at once more before that is said', async () => {
  const { asked, said } = await pressDelete({ kind: 'interface', networkInterfaceNo: '701251' }, user.dismisses());
  expect(said).toEqual([]);
  expect(asked[0]?.choices).toEqual(['10.0.20.99']);
});
