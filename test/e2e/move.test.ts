import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('moving and taking away', () => {
  const stage = useStage();

  async function showWebAddresses(): Promise<void> {
    const { tree } = stage.workbench;
    await tree.expand('web-pub');
    await tree.expand(/^web-02/);
    await tree.expand(/^vip-holder/);
    await tree.waitFor('10.0.10.30');
    await tree.waitFor('10.0.10.20');
  }

  it('takes an address over after a dialog that names who loses it', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await showWebAddresses();
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await quickInput.pick('Pick addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Tick addresses');
    await quickInput.type('10.0.10.20');
    await quickInput.accept();
    await quickInput.pick('Take over');
    await quickInput.pick('Apply');
    const asked = await notifications.dialogText();
    expect(asked).toContain('10.0.10.20 is taken from web-02 (701237), which loses it.');
    await stage.workbench.screenshot('takeover-confirm');
    await notifications.pressInDialog('Apply');
    await notifications.waitFor('web-01 (701236) now has 10.0.10.20.');
    expect(await stage.secondaryIps('701237')).toEqual(['10.0.10.21']);
    await tree.waitFor(/^web-02.*1\/5/);
    await tree.waitFor(/^web-01.*1\/5/);
    expect((await stage.writes()).map(({ params }) => params.allowReassign)).toEqual(['true']);
  });

  it('changes nothing when the dialog is cancelled', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.inlineAction('10.0.10.21', 'Unassign');
    expect(await notifications.dialogText()).toContain('web-02 (701237) loses 10.0.10.21.');
    await stage.workbench.press('Escape');
    expect(await stage.writes()).toEqual([]);
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.21');
  });

  it('moves an address that is dragged onto another interface', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.drag('10.0.10.30', /^web-01/);
    expect(await notifications.dialogText()).toContain('10.0.10.30 is taken from vip-holder (701252), which loses it.');

    await notifications.pressInDialog('Apply');
    await notifications.waitFor('web-01 (701236) now has 10.0.10.30.');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.30']);
    expect(await stage.secondaryIps('701252')).toEqual(['10.0.10.31']);
  });

  it('refuses to drop an address on an interface of another subnet', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.expand('app-priv');
    await tree.waitFor(/^app-02(?! ·)/);
    await tree.drag('10.0.10.30', /^app-02(?! ·)/);
    await notifications.waitFor('An address stays in its subnet.');
    await tree.collapse('app-priv');
    expect(await stage.writes()).toEqual([]);
  });

  it.each([
    ['an interface', /^vip-holder/],
    ['a primary address', '10.0.10.6'],
    ['a subnet', /^app-priv/],
  ])('moves nothing when %s is dragged onto an interface, and says what can be moved', async (_, row) => {
    const { notifications, tree, page } = stage.workbench;
    await showWebAddresses();
    await tree.drag(row, /^web-01/);
    await page.locator('.statusbar-item', { hasText: 'Only secondary IPs can be moved.' }).waitFor();
    expect(await notifications.texts()).toEqual([]);
    expect(await stage.writes()).toEqual([]);
  });

  it('unassigns several selected addresses of several interfaces in one plan', async () => {
    const { notifications, tree, menus } = stage.workbench;
    await showWebAddresses();
    await tree.select('10.0.10.20');
    await tree.selectAlso('10.0.10.21');
    await tree.selectAlso('10.0.10.30');
    await menus.choose(tree.row('10.0.10.30'), 'Unassign Secondary IPs…');
    const asked = await notifications.dialogText();
    expect(asked).toContain('web-02 (701237) loses');
    expect(asked).toContain('vip-holder (701252) loses 10.0.10.30.');
    await notifications.pressInDialog('Apply');
    await notifications.waitFor('vip-holder (701252) no longer has 10.0.10.30.');
    expect(await stage.secondaryIps('701237')).toEqual([]);
    expect(await stage.secondaryIps('701252')).toEqual(['10.0.10.31']);
    expect((await stage.writes()).map(({ action }) => action)).toEqual([
      'unassignSecondaryIps',
      'unassignSecondaryIps',
    ]);
  });

  it('offers to unassign only where there is something to unassign', async () => {
    const { tree, menus } = stage.workbench;
    await showWebAddresses();
    const offered = async (row: RegExp): Promise<string[]> => {
      // One row alone: the test before leaves several selected, and a menu for several offers less.
      await tree.select(row);
      return (await menus.list(tree.row(row))).filter((item) => /^(Assign|Unassign)/.test(item));
    };
    expect(await offered(/^web-01.*0\/5/)).toEqual(['Assign Secondary IPs…']);
    expect(await offered(/^web-02.*2\/5/)).toEqual(['Assign Secondary IPs…', 'Unassign Secondary IPs…']);
  });

  it('assigns the same number to each of several selected interfaces, a result for each', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await showWebAddresses();
    await tree.select(/^web-01/);
    await tree.selectAlso(/^vip-holder/);
    await menus.choose(tree.row(/^vip-holder/), 'Assign Secondary IPs…');
    await quickInput.pick('2');
    await quickInput.pick('Apply');
    await notifications.waitFor('now has 10.0.10.8, 10.0.10.9.');
    expect(await stage.secondaryIps('701236')).toHaveLength(2);
    expect(await stage.secondaryIps('701252')).toHaveLength(4);
  });

  it('asks for the target when moving from the menu, and offers only interfaces of the subnet', async () => {
    const { quickInput, tree, menus, notifications } = stage.workbench;
    await showWebAddresses();
    await menus.choose(tree.row('10.0.10.20'), 'Move Secondary IPs to…');
    await quickInput.waitForTitle('Move Secondary IPs');
    await expect.poll(async () => (await quickInput.items()).length).toBe(2);
    await quickInput.pick('vip-holder');
    await notifications.dialogText();
    await notifications.pressInDialog('Apply');
    await notifications.waitFor('vip-holder (701252) now has 10.0.10.20.');
  });
});
