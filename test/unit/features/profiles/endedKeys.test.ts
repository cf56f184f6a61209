import { commands, window } from 'vscode';
import { describe, expect, it, vi } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { switchRegion } from '../../../../src/features/view/switchRegion';
import { undo } from '../../../../src/features/undo/undoEntry';
import { MissingKeysError } from '../../../../src/session/keys/missingKeys';
import { showError } from '../../../../src/ui/showError';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { chosenKeys } from '../../../support/sandbox';
import { withSettings } from '../../../support/withSettings';
import { user, type Reply } from '../../../support/scriptedPrompter';

const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };

const { accessKey, secretKey } = chosenKeys;
const entersKeys = [user.types(accessKey), user.types(secretKey), user.types('60')];

/** The only profile has temporary keys of its sandbox; `end` ends them, and as in the extension other keys mean another client. */
async function openWithKeys(...script: readonly Reply[]): Promise<CommandBench & { end(): void }> {
  const bench = await openCommandBench(...script);
  const { sandbox, context } = bench;
  // What the tests change by code beforehand.
  withSettings({ allowUnattendedChanges: [buildProfile().name] });
  const profile = buildProfile({ id: 'temporary', site: 'custom', gatewayUrl: sandbox.url });
  await context.profiles.remove(bench.profile.id);
  await context.profiles.save(profile);
  const keep = (inMinutes: number): void =>
    context.credentials.remember(profile.id, { accessKey, secretKey, expiresAt: Date.now() + inMinutes * 60_000 });
  keep(60);
  context.credentials.onDidChange((id) => {
    context.apis.renew();
    context.networks.forget(id);
  });
  return { ...bench, profile, end: () => keep(-1) };
}

async function writes({ sandbox }: CommandBench): Promise<string[]> {
  return (await sandbox.writes()).map(({ action }) => action);
}

describe('temporary keys that end', () => {
  async function assignWhileTheyEnd(...script: readonly Reply[]) {
    const bench = await openWithKeys(user.picks('Assign'), ...script);
    const { prompter } = bench.context;
    const pick: typeof prompter.pick = async (question) => {
      const answer = await prompter.pick(question);
      bench.end();
      return answer;
    };
    const context = { ...bench.context, prompter: { ...prompter, pick } };
    return { bench, outcome: await call(assignSecondaryIps, context, wanted) };
  }

  it('are asked for with the reason, and whose the new ones are is told', async () => {
    const told = vi.spyOn(window, 'showInformationMessage');
    const bench = await openWithKeys(...entersKeys, user.picks('Assign'));
    bench.end();
    await call(assignSecondaryIps, bench.context, wanted);
    const [first, second] = bench.context.prompter.asked;
    expect(first?.words).toMatch(/^The temporary keys of profile .* expired\. Access key/);
    expect(second?.words).toBe('Secret key');
    expect(told.mock.calls.map(([words]) => words)).toContainEqual(
      expect.stringContaining('They belong to sandbox-manager · main account.'),
    );
  });

  it.each([
    ['are not on this machine', undefined, 'The keys of profile production are not on this machine.'],
    ['cannot be read', new Error('locked'), 'Could not read the keys of profile production on this machine.'],
  ])('that %s are asked for with that reason', async (_what, failure, reason) => {
    const bench = await openWithKeys(user.dismisses());
    const read = (): Promise<undefined> => (failure ? Promise.reject(failure) : Promise.resolve(undefined));
    const context = { ...bench.context, credentials: { ...bench.context.credentials, read } };
    expect(await call(assignSecondaryIps, context, wanted)).toBeUndefined();
    expect(bench.context.prompter.asked[0]?.words).toContain(`${reason} Access key`);
  });

  it('over the review are asked for again, and what was answered is done', async () => {
    const { bench, outcome } = await assignWhileTheyEnd(...entersKeys);
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(await writes(bench)).toEqual(['assignSecondaryIps']);
  });

  it('over the review change nothing when nobody enters new ones', async () => {
    const { bench, outcome } = await assignWhileTheyEnd(user.dismisses());
    expect(outcome).toBeUndefined();
    expect(await writes(bench)).toEqual([]);
  });

  it('before an undo are asked for, and the undo goes on', async () => {
    const bench = await openWithKeys(...entersKeys, user.says(true));
    const { context } = bench;
    await call(assignSecondaryIps, context, { ...wanted, confirm: false });
    bench.end();
    expect(await call(undo, context)).toMatchObject({ result: 'applied' });
    expect(await writes(bench)).toEqual(['assignSecondaryIps', 'unassignSecondaryIps']);
  });

  it('before a retry are asked for, and the retry goes on', async () => {
    const bench = await openWithKeys(...entersKeys, user.picks('Assign'));
    const { context, sandbox } = bench;
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    await call(assignSecondaryIps, context, { ...wanted, confirm: false });
    const [entry] = await context.history.list();
    await sandbox.clearFaults();
    bench.end();
    expect(await call(retryFailed, context, { entry: entry?.id })).toMatchObject({ result: 'applied' });
  });

  it('before Switch Region are asked for, and the region is switched', async () => {
    const bench = await openWithKeys(...entersKeys, user.picks('JPN'));
    bench.end();
    expect(await call(switchRegion, bench.context)).toMatchObject({ regionCode: 'JPN' });
    expect(bench.context.profiles.get('temporary')?.regionCode).toBe('JPN');
  });

  it('are an error for code, which is asked nothing', async () => {
    const bench = await openWithKeys();
    const { context } = bench;
    await call(assignSecondaryIps, context, { ...wanted, confirm: false });
    bench.end();
    const there = { interactive: false, regionCode: 'JPN' };
    await expect(call(switchRegion, context, there)).rejects.toThrow(MissingKeysError);
    const [entry] = await context.history.list();
    await expect(call(undo, context, { entry: entry?.id, confirm: false })).rejects.toThrow(MissingKeysError);
  });
});

describe('a profile that is protected after the last question, while keys are entered', () => {
  async function assignWhileProtected(...script: readonly Reply[]) {
    const bench = await openWithKeys(user.picks('Assign'), ...entersKeys, ...script);
    const { prompter, profiles } = bench.context;
    const pick: typeof prompter.pick = async (question) => {
      const answer = await prompter.pick(question);
      bench.end();
      return answer;
    };
    const input: typeof prompter.input = async (question) => {
      if (question.prompt.includes('Access key'))
        await profiles.update('temporary', (now) => ({ ...now, protection: 'protected' }));
      return prompter.input(question);
    };
    const context = { ...bench.context, prompter: { ...prompter, pick, input } };
    return { bench, outcome: await call(assignSecondaryIps, context, wanted) };
  }

  it('asks for the name of the interface', async () => {
    const { bench, outcome } = await assignWhileProtected(
      user.isRefused('nic-1', 'The name does not match nic-701236.'),
      user.types('nic-701236'),
    );
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(await writes(bench)).toEqual(['assignSecondaryIps']);
  });

  it('changes nothing without that name', async () => {
    const { bench, outcome } = await assignWhileProtected(user.dismisses());
    expect(outcome).toBeUndefined();
    expect(await writes(bench)).toEqual([]);
  });

  it('asks for keys that end while the name is typed, but not for the name again', async () => {
    const bench = await openWithKeys(user.picks('Assign'), user.types('nic-701236'), ...entersKeys);
    const { prompter, profiles } = bench.context;
    await profiles.update('temporary', (now) => ({ ...now, protection: 'protected' }));
    const input: typeof prompter.input = async (question) => {
      const answer = await prompter.input(question);
      if (question.title.includes('is protected')) bench.end();
      return answer;
    };
    const context = { ...bench.context, prompter: { ...prompter, input } };
    expect(await call(assignSecondaryIps, context, wanted)).toMatchObject({ result: 'applied' });
  });
});

it('Enter Keys of a message is about the profile whose keys are missing', async () => {
  vi.spyOn(window, 'showErrorMessage').mockResolvedValue('Enter Keys' as never);
  const run = vi.spyOn(commands, 'executeCommand').mockResolvedValue(undefined);
  showError(new MissingKeysError(buildProfile({ id: 'p7' }), 'ended'));
  await vi.waitFor(() => expect(run).toHaveBeenCalledWith('ncloudIp.updateKeys', { profile: 'p7' }));
  vi.restoreAllMocks();
});
