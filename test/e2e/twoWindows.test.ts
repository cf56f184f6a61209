import { beforeAll, describe, expect, it } from 'vitest';
import { assignTyped } from '../support/assignTyped';
import { useStage } from '../support/stage';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('two windows on one network', () => {
  const settings = { 'ncloudIp.confirm': 'risky' };
  const stage = useStage({ sandbox: { delay: 0 }, settings, ownWindow: true });
  let other: Workbench;
  beforeAll(async () => {
    other = await openWorkbench({ sandbox: stage.sandbox, settings });
    await other.openView('NAVER Cloud IP');
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
});
