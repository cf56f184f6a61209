import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('profiles', () => {
  let workbench: Workbench;
  let sandbox: TestSandbox;
  let late: TestSandbox;
  let empty: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    late = await startTestSandbox({ skew: 7 * 60_000 });
    empty = await startTestSandbox({ scenario: 'empty' });
    workbench = await openWorkbench();
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
  });
  afterAll(async () => {
    for (const one of [sandbox, late, empty]) await one.close();
  });

  /** The wizard up to the secret key. */
  async function describeProfile({ url, accessKey }: { url: string; accessKey: string }, name: string): Promise<void> {
    const { quickInput } = workbench;
    await quickInput.pick('Custom address');
    await quickInput.waitForMessage('API gateway address');
    await quickInput.type(url);
    await quickInput.accept();
    await quickInput.waitForMessage('Name for this account');
    await quickInput.type(name);
    await quickInput.accept();
    await quickInput.waitForMessage('Access key');
    await quickInput.type(accessKey);
    await quickInput.accept();
    await quickInput.waitForMessage('Secret key');
  }

  it('begins with a welcome that offers a profile and the sandbox', async () => {
    expect((await workbench.tree.welcome()).buttons).toEqual(['Add Profile', 'Try the Sandbox']);
  });

  it('says which test failed with a wrong key and why, keeps what was typed, and saves the right one', async () => {
    const { quickInput, tree, notifications } = workbench;
    await tree.welcomeButton('Add Profile');
    await describeProfile(sandbox, 'production');
    await quickInput.type('ncpTestSecretKeyWRONG0000000000000000ABCD');
    await quickInput.accept();
    await expect.poll(() => quickInput.placeholder()).toBe('Both API calls failed: caller-identity, getRegionList');
    const items = (await quickInput.items()).join('\n');
    expect(items).toContain('caller-identity, getRegionList: NAVER Cloud rejected these keys.');
    expect(items).toContain('Keys from one site do not work on another');
    await workbench.screenshot('wrong-key');

    await quickInput.pick('Correct the Keys');
    await quickInput.waitForMessage('Secret key');
    await quickInput.back();
    await quickInput.waitForMessage('Access key');
    expect(await quickInput.value()).toBe(sandbox.accessKey);
    await quickInput.accept();
    await quickInput.waitForMessage('Secret key');
    await quickInput.type(sandbox.secretKey);
    await quickInput.accept();
    await quickInput.pick('KR');
    await notifications.waitFor('Saved the keys of profile production. They belong to sandbox-manager · main account.');
    await tree.waitFor('prod-vpc');
    await tree.waitFor('web-pub');
  });

  it('names the call that failed where the other one works', async () => {
    const { quickInput } = workbench;
    await sandbox.faults([{ action: 'caller-identity', fault: 'permission', times: 1 }]);
    await workbench.runCommand('NAVER Cloud IP: Add Profile…');
    await describeProfile(sandbox, 'half');
    await quickInput.type(sandbox.secretKey);
    await quickInput.accept();
    await expect.poll(() => quickInput.placeholder()).toBe('caller-identity failed, getRegionList works');
    expect((await quickInput.items()).join()).toContain('getRegionList: regions KR, JPN');
    await quickInput.cancel();
  });

  it('refuses to send keys to an address that is not safe', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Add Profile…');
    await quickInput.pick('Custom address');
    await quickInput.waitForMessage('API gateway address');
    await quickInput.type('http://ncloud.example');
    await quickInput.waitForMessage('Enter an https:// address');
    await quickInput.cancel();
  });

  it('names a clock that is wrong, and by how much', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Add Profile…');
    await describeProfile(late, 'late');
    await quickInput.type(late.secretKey);
    await quickInput.accept();
    await expect.poll(async () => (await quickInput.items()).join()).toContain('Your clock is 7 min behind.');
    await quickInput.cancel();
  });

  it('switches the region and reads it', async () => {
    const { quickInput, tree } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Switch Region…');
    await quickInput.pick('JPN');
    await tree.waitFor('tokyo-vpc');
    expect(await tree.text()).not.toContain('prod-vpc');
    await workbench.runCommand('NAVER Cloud IP: Switch Region…');
    await quickInput.pick('KR');
    await tree.waitFor('prod-vpc');
  });

  it('says so when the region holds nothing', async () => {
    const { quickInput, tree } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Add Profile…');
    await describeProfile(empty, 'new account');
    await quickInput.type(empty.secretKey);
    await quickInput.accept();
    await quickInput.pick('KR');
    await expect
      .poll(async () => (await tree.welcome()).text)
      .toContain('There are no VPCs, subnets or network interfaces in this region.');
    expect((await tree.welcome()).buttons).toContain('Switch Region');
  });

  it('never shows one account under the name of another', async () => {
    const { quickInput, tree, page } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Switch Profile…');
    await quickInput.pick('production');
    await tree.waitFor('prod-vpc');
    await page.locator('.sidebar .pane-header', { hasText: 'production · KR' }).waitFor();
  });

  it('forgets a profile with its keys', async () => {
    const { quickInput, notifications, tree } = workbench;
    for (const name of ['new account', 'production']) {
      await workbench.runCommand('NAVER Cloud IP: Remove Profile…');
      await quickInput.pick(name);
      await notifications.dialogText();
      await notifications.pressInDialog('Remove');
    }
    expect((await tree.welcome()).buttons).toEqual(['Add Profile', 'Try the Sandbox']);
  });
});
