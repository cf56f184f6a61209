import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';

describe('first run', () => {
  it('goes from nothing to two assigned addresses by mouse, without keys and without a network', async () => {
    const workbench = await openWorkbench({ freshServer: true, settings: { 'ncloudIp.sandbox.settleSeconds': 1 } });
    const { tree, quickInput, notifications, menus } = workbench;
    await workbench.openView('NAVER Cloud IP');
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
    await quickInput.type('10.0.10.101, 10.0.10.102');
    await workbench.screenshot('assign-addresses');
    await quickInput.accept();
    await quickInput.waitForTitle('Assign');
    await workbench.screenshot('assign-review');
    await quickInput.pick('Apply');
    const message = await notifications.waitFor('10.0.10.101');
    expect(message).toContain('10.0.10.102');
    await tree.waitFor(/web-01.*2\/5/);
    await tree.waitFor('10.0.10.102');
    await workbench.screenshot('assign-done');
  });
});
