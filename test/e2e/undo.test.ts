import { describe, expect, it } from 'vitest';
import { assignTyped } from '../support/assignTyped';
import { assignFromClipboard } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('taking back', () => {
  const stage = useStage({ settings: { 'ncloudIp.confirm': 'risky' } });

  async function assignToWeb01(address: string): Promise<void> {
    const { tree, menus } = stage.workbench;
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01.*0\/5/);
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await assignTyped(stage.workbench, address);
  }

  it('assigns new addresses at once when the setting asks about risks only', async () => {
    const { notifications } = stage.workbench;
    await assignFromClipboard(stage.workbench, '701236,10.0.10.51');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.51.');
  });

  it('undoes from the message, after a dialog that names what is lost', async () => {
    const { notifications, tree } = stage.workbench;
    await assignToWeb01('10.0.10.101');
    await notifications.press('now has 10.0.10.101', 'Undo');
    const asked = await notifications.dialogText();
    expect(asked).toContain('Undo: Unassign 10.0.10.101 from web-01/eth0?');
    expect(asked).toContain('web-01/eth0 loses 10.0.10.101.');
    await notifications.pressInDialog('Undo');
    await notifications.waitFor('web-01/eth0 no longer has 10.0.10.101.');
    expect(await stage.secondaryIps('701236')).toEqual([]);
    await tree.waitFor(/^web-01.*0\/5/);
  });

  it('undoes the newest change as a command, and redoes it as another', async () => {
    const { notifications } = stage.workbench;
    await assignToWeb01('10.0.10.102');
    await stage.workbench.runCommand('NAVER Cloud IP: Undo Change');
    await notifications.dialogText();
    await notifications.pressInDialog('Undo');
    await notifications.waitFor('no longer has 10.0.10.102.');
    await notifications.clear();
    await stage.workbench.runCommand('NAVER Cloud IP: Redo Change');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.102.');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.102']);
    expect((await stage.writes()).map(({ action }) => action)).toEqual([
      'assignSecondaryIps',
      'unassignSecondaryIps',
      'assignSecondaryIps',
    ]);
  });

  it('gives an address back to who lost it', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await tree.expand('web-pub');
    await tree.expand(/^web-02/);
    await menus.choose(tree.row('10.0.10.20'), 'Move Secondary IPs to…');
    await quickInput.pick('web-01');
    await notifications.dialogText();
    await notifications.pressInDialog('Move');
    await notifications.press('web-01/eth0 now has 10.0.10.20.', 'Undo');
    expect(await notifications.dialogText()).toContain('10.0.10.20 moves away from web-01/eth0.');
    await notifications.pressInDialog('Undo');
    await notifications.waitFor('web-02/eth0 now has 10.0.10.20.');
    expect(await stage.secondaryIps('701236')).toEqual([]);
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.20');
  });

  it('refuses with the reason when the world moved on', async () => {
    const { notifications } = stage.workbench;
    await assignToWeb01('10.0.10.103');
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701252', address: '10.0.10.103' } });
    await notifications.press('now has 10.0.10.103', 'Undo');
    await notifications.waitFor('10.0.10.103 is no longer where it was: vip-holder holds it now.');
    expect(await stage.secondaryIps('701252')).toContain('10.0.10.103');
    expect(await stage.writes()).toHaveLength(1);
  });

  it('shows each change in the history, to be opened and undone there', async () => {
    const { notifications, tree, page, documents } = stage.workbench;
    await assignToWeb01('10.0.10.104');
    await page.locator('.sidebar .pane-header[aria-label^="History"]').click();
    const entry = /^Assign 10\.0\.10\.104 → web-01/;
    await tree.waitFor(entry);
    await tree.select(entry);
    await documents.waitFor('Assign 10.0.10.104 to web-01/eth0', 'before: none');
    expect(await documents.tabs()).toEqual(['History: Assign 10.0.10.104 to web-01 eth0']);
    await notifications.clear();
    await stage.workbench.screenshot('history');
    await tree.inlineAction(entry, 'Undo Change');
    await notifications.dialogText();
    await notifications.pressInDialog('Undo');
    await notifications.waitFor('no longer has 10.0.10.104.');
    await tree.waitFor(/Undo · Unassign 10\.0\.10\.104/);
    await tree.waitFor(/undone · Assign 10\.0\.10\.104/);
    await page.locator('.sidebar .pane-header[aria-label^="History"]').click();
  });
});
