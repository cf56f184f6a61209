import { describe, expect, it, onTestFinished } from 'vitest';
import { useStage } from '../support/stage';

describe('exploring', () => {
  const stage = useStage({ sandbox: { delay: 0 }, clock: true });

  const choose = async (choice: string): Promise<void> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Filter and Group…');
    await stage.workbench.quickInput.pick(choice);
  };
  const refresh = (): Promise<void> => stage.workbench.runCommand('NAVER Cloud IP: Refresh');
  const selected = async (): Promise<string | undefined> =>
    (await stage.workbench.tree.rows()).find(({ isSelected }) => isSelected)?.text;
  /** The numbers on the icons of the activity bar. */
  const badge = (): Promise<string[]> => stage.workbench.page.locator('.activitybar .badge-content').allInnerTexts();
  /** The rows of Show Findings, which stays open. */
  const findings = async (): Promise<string[]> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Show Findings');
    await stage.workbench.quickInput.waitForTitle('Findings');
    await expect.poll(() => stage.workbench.quickInput.items()).not.toEqual([]);
    return stage.workbench.quickInput.items();
  };

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
    await expect.poll(selected).toContain('10.0.10.21');
  });

  it('names an interface alike in the tree, in Find and in questions, and sorts its secondary IPs', async () => {
    const { quickInput, tree, menus } = stage.workbench;
    await tree.expand('web-pub');
    await tree.expand(/^web-02\/eth0/);
    await tree.waitFor('10.0.10.21');
    const held = (await tree.rows()).map(({ text }) => /^10\.0\.10\.2[01]/.exec(text)?.[0]).filter(Boolean);
    expect(held).toEqual(['10.0.10.20', '10.0.10.21']);
    await menus.choose(tree.row(/^web-02/), 'Assign Secondary IPs…');
    await quickInput.waitForTitle('Assign Secondary IPs · web-02/eth0 (');
    await quickInput.cancel();
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.10.20');
    await expect.poll(async () => (await quickInput.items())[0]).toContain('10.0.10.20, secondary · web-02/eth0');
    await quickInput.cancel();
    await tree.collapse(/^web-02/);
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
      ['192.0.2.1', 'is not in any subnet shown'],
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
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('NAVER Cloud just reported it'));
    await quickInput.pick('NAVER Cloud just reported it');
    await tree.waitFor(/^web-01.*1\/5/);
    expect(await stage.writes()).toEqual([]);
  });

  it('filters and groups, says so in the tree, and remembers it', async () => {
    const { quickInput, tree } = stage.workbench;
    await choose('Show only…');
    await quickInput.check('not attached');
    await quickInput.confirm();
    await tree.waitFor('Filter: not attached');
    await expect.poll(() => tree.text()).not.toContain('app-priv');
    await choose('By server');
    await choose('Show All Interfaces');
    await tree.waitFor(/^web-01/);
    await expect.poll(() => tree.text()).not.toContain('prod-vpc');
    await stage.workbench.screenshot('group-by-server');
    await choose('By VPC and subnet');
    await tree.waitFor('prod-vpc');
  });

  it('filters by status and by what is nearly full; statuses are alternatives, the rest comes on top', async () => {
    const { quickInput, tree } = stage.workbench;
    onTestFinished(async () => {
      await stage.workbench.dismissAll();
      await choose('Show All Interfaces');
      await choose('By VPC and subnet');
    });
    /** Ticks or unticks filters and waits for what the row above the tree says of all of them. */
    const filter = async (labels: readonly string[], said: string): Promise<void> => {
      await choose('Show only…');
      await quickInput.check(...labels);
      await quickInput.confirm();
      await tree.waitFor(said);
    };
    const names = async (): Promise<string[]> =>
      (await tree.rows()).map(({ text }) => /^(.+?) \d+\.\d+\.\d+\.\d+ /.exec(text)?.[1] ?? '').filter(Boolean);
    await choose('All interfaces in one list');
    await filter(['being configured or removed'], 'Filter: being configured or removed');
    await expect.poll(names).toEqual(['app-01/eth0', 'app-02/eth1']);
    await filter(['not attached'], 'Filter: not attached / being configured or removed');
    await expect.poll(names).toHaveLength(5);
    await filter(['not attached', 'being configured or removed', 'in use'], 'Filter: in use');
    await expect.poll(names).not.toContain('app-01/eth0');
    await filter(['nearly full'], 'Filter: in use, nearly full (4 or 5 of 5)');
    await expect.poll(names).toEqual(['db-01/eth2']);
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.22' } });
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.23' } });
    await refresh();
    await tree.waitFor(/^web-02.*4\/5/);
  });

  it('lists what wants a look, with its number on the view', async () => {
    const { quickInput } = stage.workbench;
    await expect.poll(badge).toContain('2');
    const found = await findings();
    expect(found).toContainEqual(expect.stringContaining('is not attached but holds'));
    expect(found).toContainEqual(expect.stringContaining('batch-priv is full: 9 of 9'));
    await quickInput.pick('vip-holder');
    await expect.poll(selected).toContain('vip-holder');
  });

  it('finds what has been changing for over five minutes, and counts it on the view until it has settled', async () => {
    const { workbench, sandbox } = stage;
    const { quickInput } = workbench;
    await expect.poll(badge).toContain('2');
    // Two interfaces of the sandbox never settle. Both clocks move: the gateway refuses a signature of another time.
    onTestFinished(async () => {
      await sandbox.reset({ skew: 0 });
      await workbench.dismissAll();
      await workbench.runCommand('Clock: Now');
    });
    await sandbox.reset({ skew: 6 * 60_000 });
    await workbench.runCommand('Clock: Six Minutes Later');
    await refresh();
    await expect.poll(badge).toContain('4');
    expect(await findings()).toContainEqual(expect.stringMatching(/app-01\/eth0 has been changing for \d+ minutes/));
    await workbench.screenshot('findings');
    await quickInput.pick('app-02/eth1 has been changing');
    await expect.poll(selected).toMatch(/^app-02\/eth1 .*being removed/);
    await sandbox.settle('701246');
    await refresh();
    await expect.poll(badge).toContain('3');
  });

  it('finds a subnet that is over 80 % seen in use, and no longer when it is not', async () => {
    const { quickInput, tree } = stage.workbench;
    await tree.waitFor(/^batch-priv.*9\/9 full/);
    await stage.sandbox.change({ unassign: { networkInterfaceNo: '701245', address: '10.0.60.14' } });
    await refresh();
    await tree.waitFor(/^batch-priv.*8\/9 seen in use/);
    await expect.poll(badge).toContain('2');
    expect(await findings()).toContainEqual(expect.stringContaining('Subnet batch-priv is nearly full: 8 of 9'));
    await quickInput.pick('Subnet batch-priv');
    await expect.poll(selected).toMatch(/^batch-priv /);
    await stage.sandbox.change({ unassign: { networkInterfaceNo: '701245', address: '10.0.60.13' } });
    await refresh();
    await expect.poll(badge).toContain('1');
    expect((await findings()).join('\n')).not.toContain('batch-priv');
    await quickInput.cancel();
  });

  it('shows regions side by side; one that cannot be read says so where it stands', async () => {
    const { quickInput, tree } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await quickInput.check('Sandbox · KR', 'Sandbox · JPN');
    await quickInput.confirm();
    await tree.waitFor(/^JPN/);
    await stage.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission' }]);
    await tree.expand(/^JPN/);
    await tree.waitFor('not allowed to call getNetworkInterfaceList');
    await tree.waitFor('prod-vpc');
    await stage.workbench.screenshot('regions');
    await tree.row('not allowed to call getNetworkInterfaceList').click();
    await stage.workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await quickInput.check('Sandbox · JPN');
    await quickInput.confirm();
    await expect.poll(() => tree.text()).not.toMatch(/^\s*JPN/m);
  });

  it('shows details of an interface with its ACG by name', async () => {
    const { menus, tree, documents } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Show Details');
    await documents.waitFor('prod-vpc-default-acg');
    await stage.workbench.screenshot('details');
  });

  it('shows details of a subnet with what is seen in it, and of a server with its interfaces', async () => {
    const { menus, tree, documents } = stage.workbench;
    onTestFinished(() => choose('By VPC and subnet'));
    await menus.choose(tree.row('batch-priv'), 'Show Details');
    await documents.waitFor('Seen in use: 9 of 9', '10.0.60.12: 결제-배치/eth0 · primary');
    await choose('By server');
    await menus.choose(tree.row(/^web-01.*203\.0\.113\.24/), 'Show Details');
    await documents.waitFor('Public IP: 203.0.113.24', 'eth1: 10.0.20.6');
  });

  it('shows details as JSON, from the row and from the palette', async () => {
    const { menus, tree, page, quickInput } = stage.workbench;
    const editor = page.locator('.editor-instance[data-mode-id="json"]');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Show Details as JSON');
    await editor.filter({ hasText: '"networkInterfaceNo": "701236"' }).waitFor();
    await stage.workbench.runCommand('NAVER Cloud IP: Show Details as JSON');
    await quickInput.waitForTitle('Show Details as JSON');
    await quickInput.type('vip-holder');
    await quickInput.pick('vip-holder');
    await editor.filter({ hasText: '"networkInterfaceNo": "701252"' }).waitFor();
  });

  it('copies a subnet as a Markdown table and an interface as a CLI line', async () => {
    const { menus, tree, quickInput } = stage.workbench;
    await menus.choose(tree.row('web-pub'), 'Copy As…');
    await quickInput.pick('Markdown table');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('10.0.10.14');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Copy As…');
    await quickInput.pick('ncloud CLI commands');
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
    const { menus, tree, quickInput, documents } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-02/), 'Guest OS Commands…');
    await quickInput.pick('Rocky Linux, RHEL 8 and later (nmcli)');
    await documents.source().filter({ hasText: 'nmcli' }).waitFor();
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
