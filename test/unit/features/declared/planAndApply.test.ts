import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { window, workspace } from 'vscode';
import { declaredLanguage } from '../../../../src/contributions';
import { exportSecondaryIps } from '../../../../src/features/declared/exportSecondaryIps';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { planAndApply } from '../../../../src/features/declared/planAndApply';
import { buildProfile } from '../../../support/buildProfile';
import { call, onRows } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { chosenKeys, startTestSandbox } from '../../../support/sandbox';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { textPlaces } from '../../../support/textPlaces';
import { withSettings } from '../../../support/withSettings';

/** A sandbox and an open file that says this. */
async function openFile(text: string, ...script: readonly Reply[]): Promise<CommandBench> {
  const document = {
    uri: { path: '/projects/web.ncloud-ip.yaml', toString: () => 'file' },
    languageId: declaredLanguage,
    getText: () => text,
    ...textPlaces(text),
  };
  Object.assign(workspace, { textDocuments: [document] });
  return openCommandBench(...script);
}
const apply = ({ context }: CommandBench, options: CommandOptions = {}) =>
  call(planAndApply, context, { document: 'file', ...options });

/** The secondary IPs that an interface really has. */
async function held({ sandbox }: CommandBench, no: string): Promise<readonly string[] | undefined> {
  const { regions } = await sandbox.state();
  const all = regions.flatMap(({ interfaces }) => interfaces);
  return all.find(({ networkInterfaceNo }) => networkInterfaceNo === no)?.secondaryIpList;
}

describe('Plan and Apply', () => {
  beforeEach(() => withSettings({ confirm: 'never' }));

  it('makes the region as the file says, once: a second time there is nothing to do', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70, 10.0.10.20]\n');
    expect(await held(bench, '701237')).toContain('10.0.10.20');
    expect(await apply(bench, { confirm: false })).toMatchObject({ result: 'applied' });
    expect(await held(bench, '701236')).toEqual(expect.arrayContaining(['10.0.10.20', '10.0.10.70']));
    expect(await held(bench, '701237')).not.toContain('10.0.10.20');
    expect(await apply(bench, { confirm: false })).toBeUndefined();
    const writes = await bench.sandbox.writes();
    expect(writes.map(({ action }) => action)).toEqual(['assignSecondaryIps', 'assignSecondaryIps']);
  });

  it('sends nothing of a file with a problem, and says which line', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n  nobody: [10.0.10.71]\n');
    await expect(apply(bench, { confirm: false })).rejects.toThrow(
      'Line 4: No network interface nobody in this region.',
    );
    const unread = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.700]\n');
    await expect(apply(unread, { confirm: false })).rejects.toThrow('Line 3: Expected an IPv4 address');
    const other = await openFile('version: 1\nprofile: nobody');
    await expect(apply(other, { confirm: false })).rejects.toThrow('Line 2: No profile nobody on this machine.');
    const writes = await bench.sandbox.writes();
    expect(writes).toEqual([]);
  });

  it('changes the account of the profile that the file names, not of the one in use', async () => {
    const bench = await openFile(
      'version: 1\nprofile: staging\nregion: KR\ninterfaces:\n  web-01: [10.0.10.70]\n',
      user.picks('Assign'),
    );
    const staging = await startTestSandbox(chosenKeys);
    onTestFinished(() => staging.close());
    const { profiles, credentials } = bench.context;
    await profiles.save(buildProfile({ id: 'p9', name: 'staging', site: 'custom', gatewayUrl: staging.url }));
    await credentials.write('p9', chosenKeys);
    expect(await apply(bench)).toMatchObject({ result: 'applied' });
    const requests = await staging.requests();
    expect(requests.filter(({ applied }) => applied).map(({ params }) => params.networkInterfaceNo)).toEqual([
      '701236',
    ]);
    expect(new Set(requests.map(({ accessKey }) => accessKey.slice(-4)))).toEqual(
      new Set([chosenKeys.accessKey.slice(-4)]),
    );
    expect(await bench.sandbox.requests()).toEqual([]);
  });

  it('asks which region is meant where the file is about several', async () => {
    const text = 'version: 1\nregion: KR\n---\nversion: 1\nregion: JPN\n';
    const bench = await openFile(text, user.dismisses());
    expect(await apply(bench)).toBeUndefined();
    expect(bench.context.prompter.asked.map(({ kind }) => kind)).toEqual(['pick']);
  });
});

describe('Export Secondary IPs', () => {
  const web02 = { kind: 'interface', networkInterfaceNo: '701237' };
  it.each([
    ['the region', [{ kind: 'region' }], /web-02: \[.*10\.0\.10\.20/, /nothing|undefined/],
    ['a VPC', [{ kind: 'vpc', vpcNo: '1204' }], /web-02: [^]*10\.0\.20\.100/, /10\.0\.10\.11/],
    ['a subnet', [{ kind: 'subnet', subnetNo: '3104' }], /web-02: \[.*10\.0\.10\.20/, /10\.0\.20\.100/],
    ['an interface', [web02], /interfaces:\n {2}web-02: \[.*\]\n$/, /vip-holder/],
    ['several', [web02, { kind: 'subnet', subnetNo: '3105' }], /web-02: [^]*10\.0\.20\.100/, /vip-holder/],
    ['a subnet without any', [{ kind: 'subnet', subnetNo: 'none' }], /interfaces: \{\}\n$/, /web-02/],
  ])('writes what %s holds, and there is nothing to do then', async (_, selected, expected, others) => {
    const bench = await openFile('');
    const { context, profile } = bench;
    Object.assign(workspace, { openTextDocument: (given: object) => Promise.resolve(given) });
    Object.assign(window, { showTextDocument: () => Promise.resolve() });
    const scope = { profile, regionCode: 'KR' };
    const subjects = selected.map((subject) => ({ ...subject, scope }) as never);
    const text = String(await exportSecondaryIps(context, onRows(...subjects)));
    expect(text).toMatch(expected);
    expect(text).not.toMatch(others);
    const again = await openFile(text);
    expect(await apply(again, { confirm: false })).toBeUndefined();
    expect(await again.sandbox.writes()).toEqual([]);
    // And it is this account's: one address more is assigned.
    if (!text.includes('web-02: [')) return;
    const more = await openFile(text.replace(/web-02: \[[^\]]*/, '$&, 10.0.10.77'));
    expect(await apply(more, { confirm: false })).toMatchObject({ result: 'applied' });
    expect(await held(more, '701237')).toContain('10.0.10.77');
  });
});
