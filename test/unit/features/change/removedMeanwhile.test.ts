import { expect, it, vi } from 'vitest';
import { window } from 'vscode';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { removeProfile } from '../../../../src/features/profiles/removeProfile';
import { updateKeys } from '../../../../src/features/profiles/askKeys';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { chosenKeys } from '../../../support/sandbox';
import { withSettings } from '../../../support/withSettings';
import { user, type Reply } from '../../../support/scriptedPrompter';

const { accessKey, secretKey } = chosenKeys;
const entersKeys = [user.types(accessKey), user.types(secretKey)];

async function openWithProfile(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const profile = buildProfile({ id: 'leaving', site: 'custom', gatewayUrl: bench.sandbox.url });
  await bench.context.profiles.save(profile);
  withSettings({ allowUnattendedChanges: [profile.name] });
  return {
    ...bench,
    profile,
    remove: () => call(removeProfile, bench.context, { profile: 'leaving', confirm: false }),
  };
}

it('Enter Keys keeps nothing for a profile that is removed while its keys are tried', async () => {
  const { context, remove } = await openWithProfile(...entersKeys);
  const probe: typeof context.apis.probe = async (endpoint, credentials) => {
    await remove();
    return context.apis.probe(endpoint, credentials);
  };
  const entering = call(updateKeys, { ...context, apis: { ...context.apis, probe } }, { profile: 'leaving' });
  await expect(entering).rejects.toThrow('is no longer on this machine');
  expect(await context.credentials.read('leaving')).toBeUndefined();
});

it('Enter Keys keeps nothing for a profile that is removed while its keys are written', async () => {
  const { context, remove } = await openWithProfile(...entersKeys);
  const write: typeof context.credentials.write = async (id, keys) => {
    await remove();
    await context.credentials.write(id, keys);
  };
  const credentials = { ...context.credentials, write };
  const entering = call(updateKeys, { ...context, credentials }, { profile: 'leaving' });
  await expect(entering).rejects.toThrow('is no longer on this machine');
  expect(await context.credentials.read('leaving')).toBeUndefined();
});

it('Remove Profile deletes the keys while their profile is still there to be seen', async () => {
  const { context, remove } = await openWithProfile();
  await context.credentials.write('leaving', { accessKey, secretKey });
  const left: unknown[] = [];
  context.profiles.onDidChange(() => left.push(context.credentials.read('leaving')));
  await remove();
  expect(await Promise.all(left)).toEqual([undefined]);
  expect(context.profiles.get('leaving')).toBeUndefined();
});

it('a change that was sent is settled and told of, although its profile is removed meanwhile', async () => {
  const { context, profile, sandbox, remove } = await openWithProfile();
  await context.credentials.write('leaving', { accessKey, secretKey });
  const tell = vi.spyOn(window, 'showInformationMessage');
  const clock = { ...context.clock, sleep: (ms: number, stop?: AbortSignal) => context.clock.sleep(ms / 100, stop) };
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 500 }]);
  const options = { profile: profile.id, networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };
  const running = call(assignSecondaryIps, { ...context, clock }, { ...options, confirm: false });
  await vi.waitFor(
    async () => expect(await sandbox.requests()).toContainEqual(expect.objectContaining({ applied: true })),
    { timeout: 4_000 },
  );
  await remove();
  context.apis.drop('leaving');
  expect(await running).toMatchObject({ result: 'applied', steps: [{ result: 'applied', settled: true }] });
  expect(tell.mock.lastCall?.[0]).toContain('now has 10.0.10.101');
  expect(await context.history.list()).toMatchObject([{ state: 'done', result: 'applied' }]);
});

it('a lost answer is read on with its own client, although its profile is removed meanwhile', async () => {
  const { context, profile, sandbox, remove } = await openWithProfile();
  await context.credentials.write('leaving', { accessKey, secretKey });
  const clock = { ...context.clock, sleep: (ms: number, stop?: AbortSignal) => context.clock.sleep(ms / 300, stop) };
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
  const wanted = { profile: profile.id, networkInterfaceNo: '701236', count: 1, confirm: false };
  const interim = (await call(assignSecondaryIps, { ...context, clock }, wanted)) as Outcome;
  expect(interim.looking).toBeDefined();
  await remove();
  context.apis.drop('leaving');
  expect(await interim.looking).toMatchObject({ result: 'applied' });
});
