import { describe, expect, it, onTestFinished } from 'vitest';
import { useStage } from '../support/stage';

describe('the text filter of the tree', () => {
  const stage = useStage({ sandbox: { delay: 0 } });
  const clearIcon = () => stage.workbench.page.locator('.sidebar .action-label[aria-label^="Clear Filter"]');
  const description = () =>
    stage.workbench.page.locator('.sidebar .pane-header', { hasText: 'Network' }).locator('.description').innerText();
  const labels = async (): Promise<string[]> => (await stage.workbench.tree.rows()).map(({ text }) => text);
  const clearAfterwards = (): void => {
    onTestFinished(async () => {
      await stage.workbench.dismissAll();
      if ((await clearIcon().count()) > 0) await stage.workbench.runCommand('NAVER Cloud IP: Clear Filter');
      await clearIcon().waitFor({ state: 'detached' });
    });
  };

  it('filters while it is typed, counts, opens what is left, and one click on the icon clears it', async () => {
    const { menus, page, quickInput, tree } = stage.workbench;
    clearAfterwards();
    await tree.collapse('prod-vpc');
    expect(await clearIcon().count()).toBe(0);
    await page.locator('.sidebar .pane-header', { hasText: 'Network' }).hover();
    await page.locator('.sidebar .pane-header .codicon-toolbar-more').first().click();
    await menus.pressItem('Filter by Text…');
    await quickInput.waitForTitle('Filter by Text');
    await quickInput.waitForMessage('17 of 17 interfaces');
    await quickInput.type('db-01');
    await quickInput.waitForMessage('3 of 17 interfaces');
    await tree.waitFor('Filter: “db-01”');
    await quickInput.type('db-01 eth1');
    await quickInput.waitForMessage('1 of 17 interfaces');
    // Both the VPC and the subnet were closed.
    await tree.waitFor(/^db-01\/eth1/);
    await expect.poll(async () => (await labels()).filter((text) => text.startsWith('db-01'))).toHaveLength(1);
    await stage.workbench.screenshot('filter-typing');
    await page.keyboard.press('Enter');
    await quickInput.waitUntilClosed();
    await expect.poll(description).toContain('Filter: “db-01 eth1”');
    await clearIcon().click();
    await clearIcon().waitFor({ state: 'detached' });
    await tree.waitFor('web-pub');
    expect((await labels()).join()).not.toContain('Filter:');
    expect(await description()).not.toContain('Filter:');
  });

  it('gives back on Escape what was there before, by the keyboard alone', async () => {
    const { page, quickInput, tree } = stage.workbench;
    clearAfterwards();
    await stage.workbench.runCommand('NAVER Cloud IP: Filter by Text…');
    await quickInput.waitForTitle('Filter by Text');
    await page.keyboard.type('web-pub');
    await tree.waitFor('Filter: “web-pub”');
    await page.keyboard.press('Enter');
    await quickInput.waitUntilClosed();
    await stage.workbench.runCommand('NAVER Cloud IP: Filter by Text…');
    await quickInput.waitForTitle('Filter by Text');
    expect(await quickInput.value()).toBe('web-pub');
    await quickInput.type('db-priv');
    await tree.waitFor('Filter: “db-priv”');
    await quickInput.cancel();
    await tree.waitFor('Filter: “web-pub”');
    await expect.poll(async () => (await labels()).join()).not.toContain('db-priv');
    await stage.workbench.runCommand('NAVER Cloud IP: Clear Filter');
    await tree.waitFor('db-priv');
  });

  it('shows what Find leads to in spite of it, and clears ticked filters as well', async () => {
    const { quickInput, tree } = stage.workbench;
    clearAfterwards();
    await stage.workbench.runCommand('NAVER Cloud IP: Filter and Group…');
    await quickInput.pick('Show only…');
    await quickInput.check('in use');
    await quickInput.confirm();
    await stage.workbench.runCommand('NAVER Cloud IP: Filter and Group…');
    await quickInput.pick('Filter by Text…');
    await quickInput.type('db-01');
    await quickInput.accept();
    await tree.waitFor('Filter: “db-01”, in use');
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.10.30');
    await quickInput.accept();
    await expect
      .poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text)
      .toContain('10.0.10.30');
    await tree.waitFor('Filter: “db-01”, in use');
    await clearIcon().click();
    await expect.poll(async () => (await labels()).join()).not.toContain('Filter:');
  });
});
