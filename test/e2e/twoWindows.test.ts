import { beforeAll, describe, expect, it } from 'vitest';
import { assignTyped } from '../support/assignTyped';
import { useStage } from '../support/stage';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('two windows on one network', () => {
  const settings = { 'ncloudIp.confirm': 'risky' };
  const stage = useStage({ sandbox: { delay: 0 }, settings, ownWindow: true });
  let other: Workbench;
  beforeAll(async () => {
    other = await openWorkbench({ beside: stage.workbench });
    // It may open by itself, as the first window left it: a click would close it then.
    const view = other.page.locator('.sidebar .composite.title', { hasText: 'NAVER Cloud IP' });
    await view.waitFor({ timeout: 10_000 }).catch(() => other.openView('NAVER Cloud IP'));
    await other.tree.expand('web-pub');
    await other.tree.expand(/^web-01/);
  });

  it('show what either of them changed, without reading the region again', async () => {
    const { keyboard, quickInput } = stage.workbench;
    await other.tree.waitUntilRead();
    await stage.sandbox.clearRequests();
    await keyboard.command('NAVER Cloud IP: Assign Secondary IPs…');
    await quickInput.waitForTitle('Assign Secondary IPs');
    await quickInput.type('701236');
    await expect.poll(async () => (await quickInput.items()).length).toBe(1);
    await quickInput.accept();
    await assignTyped(stage.workbench, '10.0.10.71');
    await other.tree.waitFor(/^10\.0\.10\.71\s*secondary/);
    expect((await stage.sandbox.requests()).map(({ action }) => action)).not.toContain('getVpcList');

    await stage.workbench.tree.waitFor(/^10\.0\.10\.71/);
    await other.tree.select(/^10\.0\.10\.71/);
    await other.keyboard.press('Delete');
    await other.notifications.dialogText();
    await other.keyboard.press('Enter');
    await other.notifications.waitFor('web-01/eth0 no longer has 10.0.10.71.');
    await expect.poll(() => stage.workbench.tree.text()).not.toContain('10.0.10.71');
    expect(await stage.secondaryIps('701236')).toEqual([]);
  });

  it('have one list of profiles, and neither shows what the other one removed or renamed', async () => {
    const { workbench } = stage;
    const header = (window: Workbench, text: string) =>
      window.page.locator('.sidebar .pane-header', { hasText: text }).waitFor();
    await other.runCommand('NAVER Cloud IP: Rename Profile…');
    await other.quickInput.pick('Sandbox');
    await other.quickInput.waitForMessage('Name for this account');
    await other.quickInput.type('Practice');
    await other.quickInput.accept();
    await header(other, 'Practice · KR');
    await workbench.runCommand('NAVER Cloud IP: Refresh');
    await header(workbench, 'Practice · KR');
    await other.runCommand('NAVER Cloud IP: Remove Profile…');
    await other.quickInput.pick('Practice');
    await other.notifications.dialogText();
    await other.keyboard.press('Enter');
    await other.page.getByText('Try the Sandbox').first().waitFor();
    await workbench.runCommand('NAVER Cloud IP: Refresh');
    await expect.poll(() => workbench.tree.text()).not.toContain('web-01');
    await workbench.page.getByText('Try the Sandbox').first().waitFor();
  });
});
