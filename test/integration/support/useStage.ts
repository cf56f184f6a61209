import { commands } from 'vscode';
import type { ArrivedRequest, SandboxControls } from '../../support/sandboxControls';
import { innerControls } from './innerControls';
import { outsideSandbox } from './outsideSandbox';
import { runCommand } from './runCommand';
import { sandboxUrl } from './sandboxUrl';
import { setSetting } from './setSetting';

/** Where the tests of a suite play: one profile, and the sandbox it looks at. */
export interface Stage {
  /** The profile's id; filled before the first test, as is the sandbox. */
  readonly profile: string;
  readonly sandbox: SandboxControls & { readonly url: string };
  /** The calls that would change something, as the sandbox got them since the test began. */
  writes(): Promise<ArrivedRequest[]>;
  /** The secondary IPs that an interface really has, sorted. */
  secondaryIps(networkInterfaceNo: string): Promise<readonly string[]>;
}

const customName = 'integration';

type Opened = Pick<Stage, 'profile' | 'sandbox'>;

/**
 * Makes a profile for the suite: `sandbox` as Try the Sandbox makes it, whose interfaces settle in a moment; `custom` as Add
 * Profile makes it, by keys, watched at the pace of the real service. Each test begins with the sandbox as at its start and
 * the region read again; what a test opened is closed.
 */
export function useStage(kind: 'sandbox' | 'custom'): Stage {
  let opened: Opened | undefined;
  const stage = (): Opened => opened!;
  suiteSetup(async () => {
    await setSetting('requestsPerSecond', 50);
    // What the tests of an account change by code; what is asked without this is tested in confirmation.test.ts.
    if (kind === 'custom') await setSetting('allowUnattendedChanges', [customName]);
    opened = kind === 'sandbox' ? await openSandbox() : await openCustom();
  });
  setup(async () => {
    const { profile, sandbox } = stage();
    await sandbox.reset({ delay: 100 });
    await runCommand('ncloudIp.refresh', { profile, interactive: false });
    await sandbox.clearRequests();
  });
  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('notifications.clearAll');
  });
  suiteTeardown(async () => {
    await runCommand('ncloudIp.removeProfile', { profile: stage().profile, confirm: false });
    await setSetting('requestsPerSecond', undefined);
    await setSetting('allowUnattendedChanges', undefined);
  });
  return {
    get profile() {
      return stage().profile;
    },
    get sandbox() {
      return stage().sandbox;
    },
    writes: () => stage().sandbox.writes(),
    async secondaryIps(wanted) {
      const { regions } = await stage().sandbox.state();
      const all = regions.flatMap(({ interfaces }) => interfaces);
      const found = all.find(({ networkInterfaceNo }) => networkInterfaceNo === wanted);
      return [...(found?.secondaryIpList ?? [])].sort();
    },
  };
}

async function openSandbox(): Promise<Opened> {
  const { profile } = await runCommand<{ profile: string }>('ncloudIp.trySandbox', { interactive: false });
  const url = await sandboxUrl();
  return { profile, sandbox: { url, ...innerControls(url) } };
}

async function openCustom(): Promise<Opened> {
  const sandbox = outsideSandbox();
  await sandbox.reset({ delay: 100 });
  const { url, accessKey, secretKey } = sandbox;
  const { profile } = await runCommand<{ profile: string }>('ncloudIp.addProfile', {
    name: customName,
    site: 'custom',
    gatewayUrl: url,
    accessKey,
    secretKey,
    interactive: false,
  });
  return { profile, sandbox };
}
