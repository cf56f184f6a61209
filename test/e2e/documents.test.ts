import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('documents', () => {
  const stage = useStage({ sandbox: { delay: 0 } });

  async function showDetails(row: string | RegExp): Promise<void> {
    const { tree, menus } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(row), 'Show Details');
  }
  async function openReview(address = '10.0.10.8'): Promise<void> {
    const { tree, menus, quickInput } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await quickInput.pick('Pick addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await quickInput.type(address);
    await expect.poll(() => quickInput.checked()).toEqual([address]);
    await quickInput.confirm();
  }

  it('are drawn, and lead from an interface to its subnet, from there to another, its server and its VPC', async () => {
    const { documents } = stage.workbench;
    await showDetails(/^web-01/);
    await documents.waitFor('Primary IP: 10.0.10.14');
    expect(await documents.tabs()).toEqual(['web-01 eth0 · Details']);
    await documents.follow('web-pub (3104) 10.0.10.0/24');
    await documents.waitFor('Addresses seen in use', '10.0.10.7: vip-holder · primary');
    await documents.follow('web-02/eth0');
    await documents.waitFor('Primary IP: 10.0.10.6', 'prod-vpc-default-acg');
    await documents.follow('web-02 (');
    await documents.waitFor('eth0: 10.0.10.6, 10.0.10.20, 10.0.10.21');
    await documents.follow('eth0');
    await documents.waitFor('Primary IP: 10.0.10.6');
    await documents.follow('prod-vpc (1204) 10.0.0.0/16');
    await documents.waitFor('batch-priv: 10.0.60.0/28');
    await documents.follow('batch-priv');
    await documents.follow('결제-배치/eth0');
    await documents.waitFor('Primary IP: 10.0.60.12');
    expect(await documents.tabs()).toContain('결제-배치 eth0 · Details');
    expect((await stage.sandbox.requests()).map(({ action }) => action)).toEqual(['getAccessControlGroupList']);
  });

  it('show a change, which leads to its interface and from there back', async () => {
    const { documents, notifications, quickInput } = stage.workbench;
    await openReview();
    await quickInput.pick('Assign');
    await notifications.press('now has 10.0.10.8', 'Details');
    await documents.waitFor('Outcome: applied');
    expect(await documents.tabs()).toEqual(['History: Assign 10.0.10.8 to web-01 eth0']);
    await documents.follow('web-01/eth0');
    await documents.waitFor('Secondary IPs: 1/5 10.0.10.8', 'Assign 10.0.10.8 to web-01/eth0 · applied');
    await documents.follow('Assign 10.0.10.8 to web-01/eth0');
    await documents.waitFor('Outcome: applied');
  });

  it('are written anew when the network is read again, and when they are opened again or come to the front', async () => {
    const { documents, keyboard, tree } = stage.workbench;
    await showDetails(/^vip-holder/);
    await documents.waitFor('Secondary IPs: 2/5 10.0.10.30, 10.0.10.31');
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701252', address: '10.0.10.177' } });
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await tree.waitFor(/^vip-holder.*3\/5/);
    await documents.waitFor('Secondary IPs: 3/5 10.0.10.30, 10.0.10.31, 10.0.10.177');
    await showDetails(/^vip-holder/);
    await documents.waitFor('Secondary IPs: 3/5 10.0.10.30, 10.0.10.31, 10.0.10.177');
    expect(await documents.tabs()).toEqual(['vip-holder · Details']);
    await keyboard.command('View: Keep Editor');
    await showDetails(/^web-01/);
    await documents.waitFor('Primary IP: 10.0.10.14');
    await keyboard.command('View: Open Previous Editor');
    await documents.waitFor('Secondary IPs: 3/5 10.0.10.30, 10.0.10.31, 10.0.10.177');
  });

  it('stand beside the review, which keeps the focus and stays open, and go with its answer', async () => {
    const { documents, quickInput, page } = stage.workbench;
    await openReview();
    await quickInput.pickAndStay('Open Full Plan');
    await documents.waitFor('Assign 10.0.10.8 to web-01/eth0', '+ 10.0.10.8');
    expect(await documents.tabs()).toEqual(['Plan']);
    await page.waitForTimeout(1_000);
    await quickInput.widget.locator('.quick-input-box input:focus').waitFor();
    await quickInput.pickAndStay('Open Full Plan');
    await documents.waitFor('+ 10.0.10.8');
    await quickInput.widget.locator('.quick-input-box input:focus').waitFor();
    await quickInput.cancel();
    await expect.poll(() => documents.tabs()).toEqual([]);
    expect(await stage.writes()).toEqual([]);
  });

  it('never show the plan of the review before', async () => {
    const { documents, quickInput } = stage.workbench;
    for (const address of ['10.0.10.41', '10.0.10.42', '10.0.10.43']) {
      await openReview(address);
      await quickInput.pickAndStay('Open Full Plan');
      await documents.waitFor(`Assign ${address} to web-01/eth0`, `+ ${address}`);
      await quickInput.cancel();
      await expect.poll(() => documents.tabs()).toEqual([]);
    }
  });

  it('have what the preview does not allow in their title bar', async () => {
    const { documents, tree, page } = stage.workbench;
    await showDetails(/^web-01/);
    await documents.waitFor('Primary IP: 10.0.10.14');
    await tree.select('db-priv');
    await documents.press('Reveal in Tree');
    await tree
      .row(/^web-01/)
      .and(page.locator('.selected'))
      .waitFor();
    await documents.press('Copy Document');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('- Subnet: web-pub (3104) 10.0.10.0/24\n');

    await documents.press('Reopen as source');
    await documents.source().filter({ hasText: '# web-01/eth0' }).waitFor();
    await stage.workbench.writeClipboard('');
    await documents.press('Copy Document');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('- Subnet: web-pub (3104) 10.0.10.0/24\n');
    await documents.press('Show Preview');
    await documents.waitFor('Primary IP: 10.0.10.14');
    expect(await documents.tabs()).toEqual(['web-01 eth0 · Details']);
  });

  it('are copied and revealed by keyboard', async () => {
    const { documents, keyboard, tree, page } = stage.workbench;
    await showDetails(/^vip-holder/);
    await documents.waitFor('Primary IP: 10.0.10.7');
    await documents.waitForFocus();
    await keyboard.command('NAVER Cloud IP: Copy Document');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('# vip-holder\n');
    await keyboard.command('NAVER Cloud IP: Reveal in Tree');
    await tree
      .row(/^vip-holder/)
      .and(page.locator('.selected'))
      .waitFor();
  });

  it('with Guest OS commands are short: of one system, which is remembered, with Copy over each block', async () => {
    const { documents, tree, menus, quickInput } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-02/), 'Guest OS Commands…');
    await quickInput.pick('Debian, Ubuntu 16.04 (ifupdown)');
    await documents.source().filter({ hasText: 'interfaces.d' }).waitFor();
    expect(await documents.tabs()).toEqual(['web-02 eth0 · Guest OS Commands']);
    expect(await documents.source().innerText()).not.toContain('nmcli');
    await documents.lens('Copy');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('10.0.10.20');
    expect(await stage.workbench.readClipboard()).not.toContain('```');

    await documents.lens('Another System…');
    await quickInput.waitForTitle('Guest OS Commands');
    expect((await quickInput.items())[0]).toContain('used last time');
    await quickInput.cancel();
    await documents.lens('All Systems');
    await documents.source().filter({ hasText: 'Rocky Linux' }).waitFor();
    expect(await documents.tabs()).toEqual(['web-02 eth0 · Guest OS Commands']);
  });
});
