import { beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from 'vscode';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { copyAs } from '../../../../src/features/copy/copyAs';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { buildEntry, buildPlan, buildStep } from '../../../support/buildEntry';
import { buildProfile } from '../../../support/buildProfile';
import { user, type Reply } from '../../../support/scriptedPrompter';

const writeText = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(env, { clipboard: { writeText }, uriScheme: 'vscode' });
});

const lines = [
  'ncloud vserver unassignSecondaryIps --regionCode KR --networkInterfaceNo 701237 --secondaryIpList 10.0.10.20 --output json',
  'ncloud vserver assignSecondaryIps --regionCode KR --networkInterfaceNo 701236 --secondaryIpList 10.0.10.20 --output json',
].join('\n');

/** A change of two calls in the history. */
async function open(profileId: string, ...script: Reply[]) {
  const { context, profile, sandbox } = await openCommandBench(...script);
  const steps = [
    buildStep({ action: 'unassignSecondaryIps', networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] }),
    buildStep({ id: 2, secondaryIps: ['10.0.10.20'] }),
  ];
  const entry = buildEntry({
    id: 'one',
    profile: { id: profileId || profile.id, name: 'Sandbox' },
    plan: buildPlan({ steps }),
  });
  Object.assign(context, { history: { get: () => Promise.resolve(entry) } });
  return { run: () => call(copyAs, context, { entryId: 'one' }), context, sandbox };
}

describe('Copy As of a change', () => {
  it('gives its calls as lines of the CLI, in their order', async () => {
    const { run, context } = await open('', user.picks('ncloud CLI commands'));
    expect(await run()).toBe(lines);
    expect(writeText).toHaveBeenCalledWith(lines);
    expect(context.prompter.asked[0]?.choices).toEqual([
      'ncloud CLI commands',
      'curl (with placeholders for the signature)',
    ]);
  });

  it('gives them as curl to the gateway of its profile, without a key', async () => {
    const { run, sandbox } = await open('', user.picks('curl'));
    const text = String(await run());
    expect(text.match(/vserver\/v2\/\w+/g)).toEqual([
      'vserver/v2/unassignSecondaryIps',
      'vserver/v2/assignSecondaryIps',
    ]);
    expect(text).toContain(`'${sandbox.url}/vserver/v2/`);
    for (const secret of [sandbox.accessKey, sandbox.secretKey]) expect(text).not.toContain(secret);
  });

  it('needs no profile for the CLI', async () => {
    const { run } = await open(buildProfile({ id: 'gone' }).id, user.picks('ncloud CLI commands'));
    expect(await run()).toBe(lines);
  });

  it('copies nothing when it is left', async () => {
    const { run } = await open('', user.dismisses());
    expect(await run()).toBeUndefined();
    expect(writeText).not.toHaveBeenCalled();
  });
});

it('the review of a plan copies its calls, and applies it afterwards', async () => {
  const { context, sandbox } = await openCommandBench(
    user.picks('Copy as ncloud CLI commands'),
    user.picks('Copy as curl'),
    user.picks('Assign'),
  );
  const answers = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'] };
  await call(assignSecondaryIps, context, answers);
  const [[cli], [curl]] = writeText.mock.calls as [[string], [string]];
  expect(cli).toBe(
    'ncloud vserver assignSecondaryIps --regionCode KR --networkInterfaceNo 701236 --secondaryIpList 10.0.10.11 --output json',
  );
  expect(curl).toContain(`${sandbox.url}/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701236`);
  expect((await sandbox.requests()).filter(({ action }) => action === 'assignSecondaryIps')).toHaveLength(1);
});

it('tables of a selection name its public IP and its ACGs', async () => {
  const { context } = await openCommandBench();
  for (const format of ['csv', 'json', 'markdown'] as const) {
    const text = String(await call(copyAs, context, { networkInterfaceNo: '701236', format }));
    expect(text).toContain('203.0.113.24');
    expect(text).toMatch(/\w-acg \(\d+\)/);
  }
});
