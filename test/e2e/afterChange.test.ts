import { describe, expect, it } from 'vitest';
import { assignTyped } from '../support/assignTyped';
import { useStage } from '../support/stage';

describe('after a change', () => {
  const stage = useStage({ sandbox: { delay: 0 }, settings: { 'ncloudIp.confirm': 'risky' } });
  const status = (text: string) => stage.workbench.page.locator('.statusbar-item', { hasText: text });

  async function assign(address: string): Promise<void> {
    const { keyboard, quickInput } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Assign Secondary IPs…');
    await quickInput.waitForTitle('Assign Secondary IPs');
    await quickInput.type('701236');
    await expect.poll(async () => (await quickInput.items()).length).toBe(1);
    await quickInput.accept();
    await assignTyped(stage.workbench, address);
  }

  it('unfolds the tree to the new address and marks it until the next change, with the focus where it was', async () => {
    const { tree, page, notifications } = stage.workbench;
    await tree.collapse('prod-vpc');
    await tree.select(/^개발-vpc/);
    await assign('10.0.10.71');
    await tree.waitFor(/^10\.0\.10\.71\s*new · secondary/);
    const row = (await tree.rows()).find(({ text }) => text.startsWith('10.0.10.71'));
    expect(row?.accessibleName).toBe('10.0.10.71, new, secondary IP');
    expect(row?.isSelected).toBe(false);
    await notifications.clear();
    await stage.workbench.screenshot('after-change');
    await assign('10.0.10.72');
    await tree.waitFor(/^10\.0\.10\.72\s*new · secondary/);
    await tree.waitFor(/^10\.0\.10\.71\s*secondary/);
    expect(await page.locator('.sidebar .monaco-list-row.focused', { hasText: '10.0.10.7' }).count()).toBe(0);
  });

  it('leaves the view alone that somebody works in', async () => {
    const { page } = stage.workbench;
    await stage.workbench.openView('Search');
    await assign('10.0.10.73');
    await status('web-01/eth0 +1').waitFor();
    await page.locator('.sidebar .composite.title', { hasText: 'Search' }).waitFor();
  });

  it('keeps the result in the status bar when its message is gone; a click opens the change', async () => {
    const { notifications, documents } = stage.workbench;
    await assign('10.0.10.74');
    await notifications.clear();
    const item = status('web-01/eth0 +1');
    await item.waitFor();
    expect(await item.locator('a').getAttribute('aria-label')).toContain('web-01/eth0 now has 10.0.10.74.');
    await item.locator('a').click();
    await documents.waitFor('10.0.10.74');
  });

  it('says what is not as asked first, and goes on demand, all by keyboard', async () => {
    const { keyboard, notifications, quickInput } = stage.workbench;
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    await keyboard.command('NAVER Cloud IP: Assign Secondary IPs…');
    await quickInput.waitForTitle('Assign Secondary IPs');
    await keyboard.type('701236');
    await expect.poll(async () => (await quickInput.items()).length).toBe(1);
    await keyboard.press('Enter');
    await keyboard.pick('Pick addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await keyboard.type('10.0.10.75');
    await keyboard.press('Enter');
    await keyboard.pick('Assign');
    await notifications.waitFor('Nothing was changed on web-01/eth0.');
    await status('web-01/eth0 · not applied').waitFor();
    await keyboard.command('NAVER Cloud IP: Dismiss Last Result');
    await status('web-01/eth0 · not applied').waitFor({ state: 'hidden' });
  });
});
