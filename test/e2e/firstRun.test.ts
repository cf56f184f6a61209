import { describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('first run', () => {
  it('goes from nothing to two assigned addresses by mouse, without keys and without a network', async () => {
    const workbench = await openFresh();
    const { tree, quickInput, notifications, menus } = workbench;
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
    const welcome = await tree.welcome();
    expect(welcome.buttons).toEqual(['Add Profile', 'Try the Sandbox']);
    await workbench.screenshot('first-run-welcome');

    await tree.welcomeButton('Try the Sandbox');
    await tree.waitFor('prod-vpc');
    await tree.expand('web-pub');
    await tree.waitFor('web-01');
    await tree.expand('web-01');
    await workbench.screenshot('first-run-tree');

    await menus.choose(tree.row('web-01'), 'Assign Secondary IPs…');
    await quickInput.pick('Pick addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await quickInput.type('10.0.10.101, 10.0.10.102');
    await workbench.screenshot('assign-addresses');
    await quickInput.accept();
    await quickInput.waitForTitle('(3/3)');
    await workbench.screenshot('assign-review');
    await quickInput.pick('Assign');
    const message = await notifications.waitFor('web-01/eth0 now has 10.0.10.101');
    expect(message).toContain('10.0.10.102');
    await tree.waitFor(/web-01.*2\/5/);
    await tree.waitFor('10.0.10.102');
    await expect.poll(() => notifications.texts()).toHaveLength(1);
    await workbench.screenshot('assign-done');
    await workbench.close();
  });

  it('does the same by keyboard alone', async () => {
    const workbench = await openFresh();
    const { tree, quickInput, notifications, menus, keyboard } = workbench;
    await workbench.page.locator('.activitybar a[aria-label^="NAVER Cloud IP"]').waitFor();
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Try the Sandbox');
    await tree.waitFor('prod-vpc');
    await keyboard.expand('web-pub');
    await tree.waitFor(/^web-01/);
    await tree.focusRow(/^web-01/);
    await workbench.press('Shift+F10');
    await menus.pressItem('Assign Secondary IPs…');
    await quickInput.waitForTitle('(1/');
    await workbench.press('Enter');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await workbench.page.keyboard.type('10.0.10.101-102');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.101', '10.0.10.102']);
    await workbench.press('Enter');
    await quickInput.waitForTitle('(3/3)');
    await workbench.press('Enter');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.101, 10.0.10.102.');
    await tree.waitFor(/^web-01.*2\/5/);
    await keyboard.expand('web-01');
    await tree.waitFor('10.0.10.102');
    expect(await keyboard.mouseCount()).toBe(0);
    await workbench.close();
  });

  it('fills a large sandbox with as many interfaces as its setting says', async () => {
    const workbench = await openFresh({ 'ncloudIp.sandbox.scenario': 'large', 'ncloudIp.sandbox.interfaces': 3 });
    const { tree } = workbench;
    await workbench.openView('NAVER Cloud IP');
    await tree.welcomeButton('Try the Sandbox');
    await tree.waitFor(/^team-1-pub-1.* 3\//);
    await tree.expand('team-1-pub-1');
    await expect.poll(async () => (await tree.rows()).filter(({ level }) => level === 3).length).toBe(3);
    await workbench.close();
  });
});

function openFresh(settings: Readonly<Record<string, unknown>> = {}): Promise<Workbench> {
  return openWorkbench({ freshServer: true, settings: { 'ncloudIp.sandbox.settleSeconds': 1, ...settings } });
}
