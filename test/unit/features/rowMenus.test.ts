import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, env } from 'vscode';
import { copyAddress } from '../../../src/features/copy/copyAddress';
import { copyAs } from '../../../src/features/copy/copyAs';
import { copyError } from '../../../src/features/copy/copyError';
import { findHere } from '../../../src/features/find/findHere';
import type { Arguments } from '../../../src/features/readArguments';
import { removeProfile } from '../../../src/features/profiles/removeProfile';
import { renameProfile } from '../../../src/features/profiles/renameProfile';
import { revealEntry } from '../../../src/features/history/revealEntry';
import { setProtection } from '../../../src/features/profiles/setProtection';
import { showDetails } from '../../../src/features/details/showDetails';
import { switchHere } from '../../../src/features/view/switchHere';
import { switchProfile } from '../../../src/features/profiles/switchProfile';
import type { Scope } from '../../../src/session/scope';
import type { Subject } from '../../../src/tree/node';
import { withoutLinks } from '../../../src/words/documentLinks';
import { apiFailure } from '../../support/apiFailure';
import { buildEntry, buildPlan } from '../../support/buildEntry';
import { buildProfile } from '../../support/buildProfile';
import { call, onRows } from '../../support/call';
import { openCommandBench } from '../../support/commandBench';
import { user, type Reply } from '../../support/scriptedPrompter';

const writeText = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(env, { clipboard: { writeText }, uriScheme: 'vscode' });
});

/** Two profiles on one sandbox; the second one is not the active one. */
async function open(...script: Reply[]) {
  const bench = await openCommandBench(...script);
  const second = buildProfile({ id: 'second', site: 'sandbox', name: 'Second' });
  await bench.context.profiles.save(second);
  const found: Subject[] = [];
  const tree = {
    find: (_: Scope, isIt: (subject: Subject) => boolean) => {
      const subjects: Subject[] = [
        { kind: 'interface', scope: here, networkInterfaceNo: '701236' },
        { kind: 'address', scope: here, networkInterfaceNo: '701237', address: '10.0.10.20', role: 'secondary' },
      ];
      found.push(...subjects.filter(isIt));
      return Promise.resolve(undefined);
    },
  };
  const context = { ...bench.context, tree } as unknown as typeof bench.context;
  const here: Scope = { profile: bench.profile, regionCode: 'KR' };
  const row = (subject: { readonly kind: string; readonly [key: string]: unknown }, scope: Scope = here): Arguments =>
    onRows({ scope, ...subject } as Subject);
  return { ...bench, context, second, here, row, found };
}

describe('the row of a profile or a region', () => {
  it('is the answer to which profile, whichever is active', async () => {
    const { context, row, second } = await open(user.picks('Read-only'), user.types('renamed'), user.says(true));
    const there = row({ kind: 'region' }, { profile: second, regionCode: 'KR' });
    await setProtection(context, there);
    await renameProfile(context, there);
    expect(context.profiles.get('second')).toMatchObject({ protection: 'readOnly', name: 'renamed' });
    await removeProfile(context, there);
    expect(context.profiles.all().map(({ id }) => id)).not.toContain('second');
  });

  it('is switched to: the profile and the region of the row, and of a profile the region looked at last', async () => {
    const { context, row, second } = await open();
    await switchHere(context, row({ kind: 'region' }, { profile: second, regionCode: 'JPN' }));
    expect(context.profiles.active()).toMatchObject({ id: 'second', regionCode: 'JPN' });
    await switchHere(context, row({ kind: 'profile' }));
    expect(context.profiles.active()).toMatchObject({ name: 'Sandbox', regionCode: 'KR' });
    await switchHere(context, row({ kind: 'profile' }, { profile: second, regionCode: 'KR' }));
    expect(context.profiles.active()).toMatchObject({ id: 'second', regionCode: 'JPN' });
  });

  it('of an interface is no answer: whose account it is in is asked', async () => {
    const { context, row } = await open(user.dismisses());
    await setProtection(context, row({ kind: 'interface', networkInterfaceNo: '701236' }));
    expect(context.prompter.asked[0]?.choices).toEqual(['Sandbox', 'Second']);
  });

  it('shows and copies all that is in the region', async () => {
    const { context, row } = await open(user.picks('Addresses'));
    const text = await showDetails(context, row({ kind: 'region' }));
    expect(text).toContain('# Sandbox · KR\n');
    expect(withoutLinks(String(text))).toContain('- web-pub: 10.0.10.0/24 · 7/249 seen in use');
    const copied = String(await copyAs(context, row({ kind: 'region' })));
    expect(copied.split('\n')).toEqual(expect.arrayContaining(['10.0.10.14', '10.0.60.14']));
  });
});

describe('Switch Profile', () => {
  it('offers to add one', async () => {
    const run = vi.spyOn(commands, 'executeCommand');
    const { context } = await open(user.picks('Add Profile…'));
    await call(switchProfile, context);
    expect(run).toHaveBeenCalledWith('ncloudIp.addProfile');
    expect(context.prompter.asked[0]?.choices).toEqual(['Sandbox', 'Second', 'Add Profile…']);
  });
});

describe('the row of a VPC', () => {
  it('has details with its subnets, and its range to copy', async () => {
    const { context, row, here } = await open();
    const { network } = await context.networks.load(here);
    const vpc = row({ kind: 'vpc', vpcNo: network.vpcs.find(({ vpcName }) => vpcName === 'prod-vpc')!.vpcNo });
    const text = await showDetails(context, vpc);
    expect(text).toMatch(/^# prod-vpc\n\nSandbox · KR · as of \d\d:\d\d\n/);
    expect(withoutLinks(String(text))).toContain('- batch-priv: 10.0.60.0/28 · 9/9 seen in use');
    expect(text).not.toContain('dev-web');
    expect(await copyAddress(context, vpc)).toEqual(['10.0.0.0/16']);
  });

  it('is a place to find in: what is in another one is not found', async () => {
    const { context, row, here } = await open(user.finds('10.0.10.14', '10.0.10.14'), user.finds('web', 'dev-web'));
    const { network } = await context.networks.load(here);
    const of = (name: string) =>
      row({ kind: 'vpc', vpcNo: network.vpcs.find(({ vpcName }) => vpcName === name)!.vpcNo });
    await findHere(context, of('prod-vpc'));
    await findHere(
      context,
      row({ kind: 'subnet', subnetNo: network.subnets.find((s) => s.subnetName === 'dev-web')!.subnetNo }),
    );
    const [first, second] = context.prompter.asked;
    expect([first?.title, second?.title]).toEqual(['Find Address · prod-vpc', 'Find Address · dev-web']);
    expect(second?.choices.join()).not.toContain('web-01');
  });
});

describe('the row of an error', () => {
  it('is copied with what support asks for', async () => {
    const { context, row } = await open();
    const error = apiFailure('permission', { action: 'getVpcList', code: '210', requestId: 'req-7' });
    await copyError(context, row({ kind: 'problem', error }));
    const [[text]] = writeText.mock.calls as [[string]];
    expect(text).toContain('not allowed to call getVpcList');
    expect(text).toContain('Sandbox · KR · getVpcList · 210 · req-7');
  });
});

describe('the row of a change', () => {
  const change = (no: string) => ({
    networkInterfaceNo: no,
    networkInterfaceName: `nic-${no}`,
    subnetNo: '3104',
    primary: '10.0.10.14',
    before: [],
    after: [],
    gains: [],
    loses: [],
    chosenByService: 0,
  });

  it('shows its interface in the tree, and asks which one when there are several', async () => {
    const { context, found, profile } = await open(user.picks('web-01'));
    const entry = (id: string, ...nos: string[]) =>
      buildEntry({
        id,
        profile: { id: profile.id, name: profile.name },
        regionCode: 'KR',
        plan: buildPlan({ changes: nos.map(change) }),
        steps: [],
      });
    await context.history.open(entry('one', '701236'));
    await context.history.open(entry('two', '701236', '701237'));
    await call(revealEntry, context, { entryId: 'one' });
    expect(found).toMatchObject([{ networkInterfaceNo: '701236' }]);
    await call(revealEntry, context, { entryId: 'two' });
    expect(context.prompter.asked).toHaveLength(1);
    expect(found).toHaveLength(2);
  });
});
