import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('exploring', () => {
  const stage = useStage({ sandbox: ['--delay', '0'] });

  it('finds an address while it is typed, and Enter reveals it in the tree', async () => {
    const { quickInput, tree } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.waitForTitle('Find Address');
    await quickInput.type('10.0.10.2');
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('10.0.10.21'));
    await stage.workbench.screenshot('find-address');
    await quickInput.type('10.0.10.21');
    await expect.poll(async () => (await quickInput.items())[0]).toContain('10.0.10.21, secondary');
    await quickInput.accept();
    await tree.waitFor('10.0.10.21');
    await expect
      .poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text)
      .toContain('10.0.10.21');
  });

  it('finds by server, number and MAC, over both VPCs', async () => {
    const { quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    for (const [typed, found] of [
      ['dev-web', 'dev-web'],
      ['701240', '701240'],
      ['f2:20:', '701236'],
    ] as const) {
      await quickInput.type(typed);
      await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining(found));
    }
    await quickInput.cancel();
  });

  it('says of an address that nobody holds whether it is reserved, unseen or outside', async () => {
    const { quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    for (const [typed, said] of [
      ['10.0.10.3', '10.0.10.3, reserved: use 10.0.10.6 to 10.0.10.254'],
      ['10.0.10.200', '10.0.10.200, not seen in use'],
      ['192.0.2.1', 'is outside every subnet'],
    ] as const) {
      await quickInput.type(typed);
      // First, although longer addresses begin like it: Enter must not take a stranger.
      await expect.poll(async () => (await quickInput.items())[0]).toContain(said);
    }
    await quickInput.cancel();
  });

  it('asks NAVER Cloud for an address that came up after the network was read', async () => {
    const { quickInput, tree } = stage.workbench;
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.177' } });
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.10.177');
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('NAVER Cloud says so now'));
    await quickInput.pick('701236');
    await tree.waitFor(/^web-01.*1\/5/);
    expect(await stage.writes()).toEqual([]);
  });

  it('filters and groups, says so in the tree, and remembers it', async () => {
    const { quickInput, tree } = stage.workbench;
    const choose = async (choice: string): Promise<void> => {
      await stage.workbench.runCommand('NAVER Cloud IP: Filter and Group…');
      await quickInput.pick(choice);
    };
    await choose('Show only interfaces that are…');
    await quickInput.check('not attached');
    await quickInput.confirm();
    await tree.waitFor('Filter: not attached');
    await expect.poll(() => tree.text()).not.toContain('app-priv');
    await choose('By server');
    await choose('Show all interfaces');
    await tree.waitFor(/^web-01/);
    await expect.poll(() => tree.text()).not.toContain('prod-vpc');
    await stage.workbench.screenshot('group-by-server');
    await choose('By VPC and subnet');
    await tree.waitFor('prod-vpc');
  });

  it('lists what wants a look, with its number on the view', async () => {
    const { quickInput, tree } = stage.workbench;
    await expect.poll(() => stage.workbench.page.locator('.activitybar .badge-content').allInnerTexts()).toContain('2');
    await stage.workbench.runCommand('NAVER Cloud IP: Show Findings');
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('is not attached but holds'));
    expect(await quickInput.items()).toContainEqual(expect.stringContaining('batch-priv is over 90 % seen in use'));
    await stage.workbench.screenshot('findings');
    await quickInput.pick('vip-holder');
    await expect
      .poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text)
      .toContain('vip-holder');
  });

  it('shows regions side by side; one that cannot be read says so where it stands', async () => {
    const { quickInput, tree } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await quickInput.check('Sandbox · KR', 'Sandbox · JPN');
    await quickInput.confirm();
    await tree.waitFor(/^JPN/);
    await stage.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission' }]);
    await tree.expand(/^JPN/);
    await tree.waitFor('may not call getNetworkInterfaceList');
    await tree.waitFor('prod-vpc');
    await stage.workbench.screenshot('regions');
    await tree.row('may not call getNetworkInterfaceList').click();
    await stage.workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await quickInput.check('Sandbox · JPN');
    await quickInput.confirm();
    await expect.poll(() => tree.text()).not.toMatch(/^\s*JPN/m);
  });

  it('shows details of an interface with its ACG by name', async () => {
    const { menus, tree, page } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Show Details');
    await page.locator('.editor-instance .view-lines', { hasText: 'prod-vpc-default-acg' }).waitFor();
    await stage.workbench.screenshot('details');
  });

  it('copies a subnet as a Markdown table and an interface as a CLI line', async () => {
    const { menus, tree, quickInput } = stage.workbench;
    await menus.choose(tree.row('web-pub'), 'Copy As…');
    await quickInput.pick('Markdown table');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('10.0.10.14');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Copy As…');
    await quickInput.pick('ncloud CLI line');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('ncloud vserver getNetworkInterfaceList');
  });

  it('copies several rows at once', async () => {
    const { menus, tree, quickInput } = stage.workbench;
    await tree.expand('web-pub');
    await tree.select(/^web-02/);
    await tree.selectAlso(/^vip-holder/);
    await menus.choose(tree.row(/^vip-holder/), 'Copy As…');
    await quickInput.pick('Addresses');
    await expect
      .poll(async () => (await stage.workbench.readClipboard()).split('\n').sort())
      .toEqual(['10.0.10.20', '10.0.10.21', '10.0.10.30', '10.0.10.31', '10.0.10.6', '10.0.10.7']);
    // While several are selected, VS Code offers for any row only what several can be asked for.
    await tree.select(/^web-02/);
  });

  it('reads one row again by one call', async () => {
    const { menus, tree } = stage.workbench;
    await tree.expand('web-pub');
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.177' } });
    await stage.sandbox.clearRequests();
    await menus.choose(tree.row(/^web-01/), 'Refresh');
    await tree.waitFor(/^web-01.*1\/5/);
    expect((await stage.sandbox.requests()).map(({ action }) => action)).toEqual(['getNetworkInterfaceList']);
  });

  it('writes guest OS commands for what an interface holds', async () => {
    const { menus, tree, page } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-02/), 'Guest OS Commands');
    await page.locator('.editor-instance .view-lines', { hasText: 'nmcli' }).waitFor();
    await stage.workbench.screenshot('guest-os');
  });

  it('shows profile and region in the status bar; a lock when it is read-only, and changes are not offered', async () => {
    const { quickInput, page, menus, tree } = stage.workbench;
    const status = page.locator('.statusbar-item', { hasText: 'Sandbox · KR' });
    await status.waitFor();
    await stage.workbench.runCommand('NAVER Cloud IP: Set Protection…');
    await quickInput.pick('Read-only');
    await status.filter({ hasText: 'read-only' }).locator('.codicon-lock').waitFor();
    await tree.expand('web-pub');
    const offered = await menus.list(tree.row(/^web-01/));
    expect(offered).not.toContain('Assign Secondary IPs…');
    await status.click();
    await quickInput.waitForTitle('Switch Profile');
    await quickInput.cancel();
    await stage.workbench.runCommand('NAVER Cloud IP: Set Protection…');
    await quickInput.pick('Normal');
  });
});
