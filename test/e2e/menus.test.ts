import { describe, expect, it, onTestFinished } from 'vitest';
import { useStage } from '../support/stage';

describe('the menu of a row', () => {
  const stage = useStage({ sandbox: { delay: 0 }, ownWindow: true });

  const choose = async (...regions: readonly string[]): Promise<void> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await stage.workbench.quickInput.check(...regions);
    await stage.workbench.quickInput.confirm();
  };
  /** Several regions, for as long as the test takes. */
  const showTwo = async (): Promise<void> => {
    await choose('Sandbox · KR', 'Sandbox · JPN');
    onTestFinished(async () => {
      await stage.workbench.dismissAll();
      await choose('Sandbox · KR', 'Sandbox · JPN');
    });
    await stage.workbench.tree.waitFor(/^JPN/);
  };
  const status = (text: string) => stage.workbench.page.locator('.statusbar-item', { hasText: text });

  it('of a region switches there, and is about its profile without asking which one', async () => {
    const { menus, tree, quickInput } = stage.workbench;
    await showTwo();
    onTestFinished(() => menus.choose(tree.row(/^KR/), 'Switch Here'));
    const offered = await menus.list(tree.row(/^JPN/));
    expect(offered).toEqual(
      expect.arrayContaining([
        ...['Switch Here', 'Set Protection…', 'Enter Keys…', 'Find Here…', 'Show Details', 'Copy As…'],
        'Check the Connection…',
      ]),
    );
    await menus.choose(tree.row(/^JPN/), 'Switch Here');
    await status('Sandbox · JPN').waitFor();
    await menus.choose(tree.row(/^JPN/), 'Set Protection…');
    await quickInput.waitForTitle('Set Protection · Sandbox');
    await quickInput.cancel();
  });

  it('of a profile has everything about the profile', async () => {
    const { menus, tree } = stage.workbench;
    await showTwo();
    const offered = await menus.list(tree.row(/^Sandbox/));
    expect(offered).toEqual(
      expect.arrayContaining(['Switch Here', 'Set Protection…', 'Enter Keys…', 'Rename Profile…', 'Remove Profile…']),
    );
  });

  it('is about its row though the network is read again under it, and an interface elsewhere changes', async () => {
    const { menus, tree, page } = stage.workbench;
    await tree.expand('web-pub');
    const row = tree.row(/^web-01\/eth0/);
    const isRead = async (): Promise<boolean> =>
      (await stage.sandbox.requests()).some(
        (one) => one.action === 'getNetworkInterfaceList' && one.status !== undefined,
      );
    for (const address of ['10.0.20.201', '10.0.20.202', '10.0.20.203', '10.0.20.204']) {
      await stage.workbench.writeClipboard('nothing was copied');
      await stage.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'stall', ms: 1_500 }]);
      await stage.sandbox.clearRequests();
      await stage.sandbox.change({ assign: { networkInterfaceNo: '701242', address } });
      await page.keyboard.press('Control+Alt+F9');
      await menus.open(row);
      await expect.poll(isRead, { interval: 10 }).toBe(true);
      await menus.pick('Copy Address');
      await expect.poll(() => stage.workbench.readClipboard(), { message: address }).toBe('10.0.10.14');
    }
    await tree.waitFor(/^db-priv.*9\/249 seen in use/);
  });

  it('of a VPC finds in it alone, shows it and copies its range', async () => {
    const { menus, tree, quickInput, documents } = stage.workbench;
    await menus.choose(tree.row('prod-vpc'), 'Find Here…');
    await quickInput.waitForTitle('Find Address · prod-vpc');
    await quickInput.type('10.0.10.14');
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('web-01'));
    await quickInput.type('dev-web');
    await expect.poll(() => quickInput.items()).toEqual([expect.stringContaining('dev-web')]);
    await quickInput.cancel();
    await menus.choose(tree.row('prod-vpc'), 'Copy Address');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.0.0/16');
    await menus.choose(tree.row('prod-vpc'), 'Show Details');
    await documents.waitFor('batch-priv: 10.0.60.0/28');
  });

  it('of an error copies it, checks the connection and takes new keys', async () => {
    const { menus, tree } = stage.workbench;
    await stage.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission' }]);
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    const row = tree.row('not allowed to call getNetworkInterfaceList');
    await row.waitFor();
    const offered = await menus.list(row);
    expect(offered).toEqual(
      expect.arrayContaining(['Refresh', 'Enter Keys…', 'Check the Connection…', 'Copy Error', 'Show Log']),
    );
    await menus.choose(row, 'Copy Error');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('Sandbox · KR · getNetworkInterfaceList');
  });

  it('of a change shows its interface in the tree', async () => {
    const { menus, tree, page, notifications, quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.20.200');
    await quickInput.pick('Assign 10.0.20.200 Here…');
    await quickInput.pick('db-01');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.20.200');
    await page.locator('.sidebar .pane-header[aria-label^="History"]').click();
    onTestFinished(() => page.locator('.sidebar .pane-header[aria-label^="History"]').click());
    await menus.choose(tree.row(/^Assign 10\.0\.20\.200/), 'Show in Network');
    await expect
      .poll(async () => (await tree.rows()).filter(({ isSelected }) => isSelected).map(({ text }) => text))
      .toContainEqual(expect.stringContaining('10.0.20.200'));
  });

  it('of the view leads to the walkthrough, the help and the settings; Switch Profile to a new profile', async () => {
    const { page, quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Open Walkthrough');
    await page.locator('.gettingStartedContainer', { hasText: 'Get Started with NAVER Cloud IP' }).waitFor();
    await stage.workbench.runCommand('NAVER Cloud IP: Open Help');
    await page.locator('.tab', { hasText: 'README.md' }).waitFor();
    await status('Sandbox · KR').click();
    await quickInput.waitForTitle('Switch Profile');
    await quickInput.type('Add');
    await stage.workbench.press('Enter');
    await quickInput.waitForTitle('Add Profile');
    await quickInput.cancel();
    await stage.workbench.runCommand('NAVER Cloud IP: Open Settings');
    await page.locator('.settings-editor', { hasText: 'Allow Unattended Changes' }).waitFor();
    await stage.workbench.press('Escape');
  });
});
