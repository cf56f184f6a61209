import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ListDocument } from '../support/listDocument';
import { useStage } from '../support/stage';

const focusView = 'Focus on Network View';

describe('by keyboard alone', () => {
  const stage = useStage({ sandbox: { delay: 0 }, ownWindow: true });

  beforeEach(async () => {
    const { keyboard } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command(focusView);
    await keyboard.expand('web-pub');
    await keyboard.expand('web-02');
  });
  afterEach(async () => expect(await stage.workbench.keyboard.mouseCount()).toBe(0));

  it('unassigns the focused row with Delete, whatever is selected; Escape answers no, Enter yes', async () => {
    const { keyboard, tree, notifications } = stage.workbench;
    await tree.focusRow('10.0.10.20');
    await keyboard.press('Enter', 'ArrowDown', 'Delete');
    expect(await notifications.dialogText()).toContain('web-02/eth0 loses 10.0.10.21.');
    await keyboard.press('Escape');
    await notifications.waitUntilAnswered();
    expect(await stage.writes()).toEqual([]);
    await keyboard.press('Delete');
    await notifications.dialogText();
    await keyboard.press('Enter');
    await notifications.waitFor('web-02/eth0 no longer has 10.0.10.21.');
    expect(await stage.secondaryIps('701237')).toEqual(['10.0.10.20']);
  });

  it.each([
    ['a primary address', /^10\.0\.10\.6/, 'Only secondary IPs can be unassigned.'],
    ['a subnet', 'web-pub', 'Only secondary IPs can be unassigned.'],
    ['an interface without secondary IPs', /^web-01/, 'has no secondary IPs.'],
  ])('opens nothing with Delete on %s, and says why', async (_, row, why) => {
    const { keyboard, tree, quickInput, page } = stage.workbench;
    await tree.focusRow(row);
    await keyboard.press('Delete');
    await page.locator('.statusbar-item', { hasText: why }).waitFor();
    expect(await quickInput.widget.isVisible()).toBe(false);
  });

  it('unassigns rows that Shift+ArrowDown added to the selection', async () => {
    const { keyboard, tree, notifications } = stage.workbench;
    await tree.focusRow('10.0.10.20');
    await keyboard.press('Enter', 'Shift+ArrowDown', 'Delete');
    expect(await notifications.dialogText()).toMatch(/web-02\/eth0 loses 10\.0\.10\.20, 10\.0\.10\.21\./);
    await keyboard.press('Enter');
    await notifications.waitFor('web-02/eth0 no longer has');
    expect(await stage.secondaryIps('701237')).toEqual([]);
  });

  it('moves by Ctrl+X and Ctrl+V between focused rows, and copies one with Ctrl+C', async () => {
    const { keyboard, tree, notifications, page } = stage.workbench;
    await tree.focusRow('10.0.10.20');
    await keyboard.press('Enter');
    await tree.focusRow('10.0.10.21');
    await keyboard.press('Control+c');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.21');
    await keyboard.press('Control+x');
    await page.locator('.statusbar-item', { hasText: 'Cut 10.0.10.21' }).waitFor();
    await tree.focusRow(/^web-01/);
    await keyboard.press('Control+v');
    expect(await notifications.dialogText()).toContain('10.0.10.21 moves away from web-02/eth0.');
    await keyboard.press('Enter');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.21.');
    expect(await stage.secondaryIps('701237')).toEqual(['10.0.10.20']);
  });

  it('moves from the palette, one question back and forth', async () => {
    const { keyboard, quickInput, notifications } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Move Secondary IPs to…');
    await quickInput.waitForTitle('Move Secondary IPs (1/3)');
    await keyboard.pick('web-02');
    await quickInput.waitForTitle('(2/3)');
    await keyboard.back();
    await quickInput.waitForTitle('(1/3)');
    await keyboard.press('Enter');
    await quickInput.waitForTitle('(2/3)');
    await keyboard.tick('10.0.10.20');
    await keyboard.press('Enter');
    await quickInput.waitForTitle('(3/3)');
    await keyboard.pick('vip-holder');
    await notifications.dialogText();
    await keyboard.press('Enter');
    await notifications.waitFor('vip-holder now has 10.0.10.20.');
  });

  it('assigns from a list, retries what failed and takes it back, all from messages', async () => {
    const { keyboard, notifications } = stage.workbench;
    await stage.workbench.writeClipboard('701236,10.0.10.65\n701251,10.0.20.65');
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    await keyboard.command('NAVER Cloud IP: Assign from List…');
    await keyboard.pick('From the clipboard');
    await new ListDocument(stage.workbench).waitForLens('Good Line');
    await keyboard.command('NAVER Cloud IP: Assign the Good Lines');
    await keyboard.pick('Assign');
    await keyboard.toastButton('These keys are not allowed to call assignSecondaryIps.', 'Retry');
    await keyboard.pick('Assign');
    const retried = /^(?!.*not allowed to call).*now has 10\.0\.[12]0\.65\./s;
    await keyboard.toastButton(retried, 'Undo');
    await notifications.dialogText();
    await keyboard.press('Enter');
    await notifications.waitFor(/no longer has 10\.0\.[12]0\.65\./);
  });

  it('opens a change of the History view with Enter and undoes it from its menu', async () => {
    const { keyboard, tree, menus, notifications, documents } = stage.workbench;
    await stage.workbench.writeClipboard('701236,10.0.10.66');
    await keyboard.command('NAVER Cloud IP: Assign from List…');
    await keyboard.pick('From the clipboard');
    await new ListDocument(stage.workbench).waitForLens('Good Line');
    await keyboard.command('NAVER Cloud IP: Assign the Good Lines');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.66.');
    const entry = /^Assign 10\.0\.10\.66 → web-01/;
    await keyboard.command('Focus on History View');
    await tree.waitFor(entry);
    // A view that was closed has no row to put the focus on at first.
    await keyboard.command('Focus on History View');
    await tree.focusRow(entry);
    await keyboard.press('Enter');
    await documents.waitFor('planned: 10.0.10.66');
    await documents.waitForFocus();
    await keyboard.command('Focus on History View');
    await tree.focusRow(entry);
    await keyboard.press('Shift+F10');
    await menus.pressItem('Undo Change');
    await notifications.dialogText();
    await keyboard.press('Enter');
    await notifications.waitFor('no longer has 10.0.10.66.');
    // The message of the first change says the same as that of the redo, which would be left under way.
    await keyboard.command('Notifications: Clear All Notifications');
    await keyboard.command('NAVER Cloud IP: Redo Change');
    await keyboard.pick('Redo');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.66.');
  });

  it('finds an address, and goes on from its row', async () => {
    const { keyboard, tree, menus, quickInput, page } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Find Address…');
    await quickInput.waitForTitle('Find Address');
    await keyboard.type('10.0.10.2');
    // The list of the last key: the ones before have the same row elsewhere.
    await quickInput.widget
      .locator('.monaco-list-row[data-index="0"] .label-name', { hasText: /^10\.0\.10\.2$/ })
      .waitFor();
    await keyboard.pick('10.0.10.21');
    await tree.row('10.0.10.21').and(page.locator('.focused.selected')).waitFor();
    await keyboard.press('Shift+F10');
    await menus.pressItem('Copy Address');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.21');
  });

  it('opens details, guest OS commands and a report, each with the focus in it', async () => {
    const { keyboard, tree, menus, page, documents } = stage.workbench;
    await tree.focusRow(/^web-02/);
    await keyboard.press('Shift+F10');
    await menus.pressItem('Show Details');
    await documents.waitFor('prod-vpc-default-acg');
    await documents.waitForFocus();

    await keyboard.command(focusView);
    await tree.focusRow(/^web-02/);
    await keyboard.press('Shift+F10');
    await menus.pressItem('Guest OS Commands…');
    await keyboard.pick('nmcli');
    await page.locator('.editor-instance:has(:focus)', { hasText: 'nmcli' }).waitFor();

    await keyboard.command('NAVER Cloud IP: Check the Connection…');
    await documents.waitFor('getNetworkInterfaceList');
    await documents.waitForFocus();
  });

  it('copies in a form that is asked for', async () => {
    const { keyboard, tree, menus } = stage.workbench;
    await tree.focusRow('web-pub');
    await keyboard.press('Shift+F10');
    await menus.pressItem('Copy As…');
    await keyboard.pick('Markdown table');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('10.0.10.14');
  });

  it('filters, shows what wants a look, and shows regions side by side', async () => {
    const { keyboard, tree, page } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Filter and Group…');
    await keyboard.pick('Show only…');
    await keyboard.tick('not attached');
    await keyboard.press('Enter');
    await tree.waitFor('Filter: not attached');
    await expect.poll(() => tree.text()).not.toContain('batch-priv');
    await keyboard.command('NAVER Cloud IP: Show Findings');
    await keyboard.pick('batch-priv is full: 9 of 9');
    await tree.row('batch-priv').and(page.locator('.focused.selected')).waitFor();
    expect(await tree.text()).toContain('Filter: not attached');
    await keyboard.command('NAVER Cloud IP: Filter and Group…');
    await keyboard.pick('Show All Interfaces');
    await expect.poll(() => tree.text()).not.toContain('Filter: not attached');
    await keyboard.command('NAVER Cloud IP: Choose Regions to Show…');
    await keyboard.tick('Sandbox · KR', 'Sandbox · JPN');
    await keyboard.press('Enter');
    await tree.waitFor(/^JPN/);
    await keyboard.command('NAVER Cloud IP: Choose Regions to Show…');
    await keyboard.tick('Sandbox · KR', 'Sandbox · JPN');
    await keyboard.press('Enter');
    await expect.poll(() => tree.text()).not.toMatch(/^JPN/m);
  });

  it('retries a failed read with Enter on its row', async () => {
    const { keyboard, tree } = stage.workbench;
    await stage.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 1 }]);
    await keyboard.command('NAVER Cloud IP: Refresh');
    const problem = 'not allowed to call getNetworkInterfaceList';
    await tree.waitFor(problem);
    await keyboard.command(focusView);
    await tree.focusRow(problem);
    await keyboard.press('Enter');
    await tree.row(problem).waitFor({ state: 'hidden' });
  });

  it('reaches the buttons of the view with Shift+Tab; Refresh reads all, whatever row has the focus', async () => {
    const { keyboard, tree, page } = stage.workbench;
    await tree.focusRow(/^web-02/);
    await stage.sandbox.clearRequests();
    const button = (label: string): Locator => page.locator(`.pane-header .action-label[aria-label^="${label}"]`);
    await keyboard.tabTo(button('Find Address'), 'Shift+Tab');
    await keyboard.pressUntil('ArrowRight', button('Refresh').and(page.locator(':focus')));
    await keyboard.press('Enter');
    await expect.poll(async () => (await stage.sandbox.requests()).map(({ action }) => action)).toContain('getVpcList');
  });
});
