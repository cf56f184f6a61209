import { afterEach, describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('protecting a profile', () => {
  const stage = useStage({ ownWindow: true });

  async function protect(how: 'Normal' | 'Protected' | 'Read-only'): Promise<void> {
    await stage.workbench.runCommand('NAVER Cloud IP: Set Protection…');
    await stage.workbench.quickInput.pick(how);
    await stage.workbench.quickInput.waitUntilClosed();
  }
  afterEach(() => protect('Normal'));

  it('asks for the name of the interface before each change of a protected profile', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await protect('Protected');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-02/), 'Assign Secondary IPs…');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.pick('Assign');
    await quickInput.waitForTitle('Sandbox is protected');
    await quickInput.type('web-01');
    await quickInput.waitForMessage('The name does not match web-02-eth0.');
    await stage.workbench.screenshot('protected-profile');
    await quickInput.accept();
    expect(await stage.writes()).toEqual([]);
    await quickInput.type('web-02-eth0');
    await quickInput.accept();
    await notifications.waitFor('web-02/eth0 now has 10.0.10.8.');
  });

  it('offers no change through a read-only profile, and says what it is', async () => {
    const { tree, menus, page, notifications, quickInput } = stage.workbench;
    await protect('Read-only');
    await page.locator('.sidebar .pane-header', { hasText: 'read-only' }).waitFor();
    await tree.expand('web-pub');
    const changes = async (): Promise<string[]> =>
      (await menus.list(tree.row(/^web-01/))).filter((item) => /^(Assign|Unassign|Move|Paste)/.test(item));
    // The heading says it a moment before the rows are drawn anew.
    await expect.poll(changes).toEqual([]);
    await tree.select(/^web-02/);
    await stage.workbench.press('Delete');
    await notifications.waitFor('This profile is read-only. Change its protection first.');
    expect(await quickInput.widget.isVisible()).toBe(false);
    await notifications.clear();
    await tree.expand(/^web-02/);
    await tree.drag('10.0.10.20', /^web-01/);
    await stage.workbench.notifications.waitFor('This profile is read-only. Change its protection first.');
    expect(await stage.writes()).toEqual([]);
  });
});
