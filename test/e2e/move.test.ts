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

  it('takes an address over after one question, which names who loses it and what it does, and is not answered by Enter', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await showWebAddresses();
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await quickInput.pick('Pick addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await quickInput.type('10.0.10.20');
    await quickInput.accept();
    await expect
      .poll(async () => (await quickInput.items()).join())
      .toContain('Take Over, Take over 10.0.10.20 from web-02/eth0 for web-01/eth0');
    expect((await quickInput.items()).join()).toContain('10.0.10.20 moves away from web-02/eth0.');
    await stage.workbench.screenshot('takeover-confirm');
    await quickInput.accept();
    await expect.poll(() => stage.workbench.documents.tabs()).toEqual(['Plan']);
    expect(await stage.writes()).toEqual([]);
    await quickInput.pick('Take Over');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.20.');
    expect(await stage.secondaryIps('701237')).toEqual(['10.0.10.21']);
    await tree.waitFor(/^web-02.*1\/5/);
    await tree.waitFor(/^web-01.*1\/5/);
    expect((await stage.writes()).map(({ params }) => params.allowReassign)).toEqual(['true']);
    await expect.poll(() => stage.workbench.documents.tabs()).toEqual([]);
  });

  it('changes nothing when the dialog is cancelled, and leaves no plan behind', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.inlineAction('10.0.10.21', 'Unassign');
    expect(await notifications.dialogText()).toContain('web-02/eth0 loses 10.0.10.21.');
    await expect.poll(() => stage.workbench.documents.tabs()).toEqual(['Plan']);
    await stage.workbench.press('Escape');
    await expect.poll(() => stage.workbench.documents.tabs()).toEqual([]);
    expect(await stage.writes()).toEqual([]);
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.21');
  });

  it('moves an address that is dragged onto another interface', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.drag('10.0.10.30', /^web-01/);
    expect(await notifications.dialogText()).toContain('10.0.10.30 moves away from vip-holder.');

    await notifications.pressInDialog('Move');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.30.');
    await expect.poll(() => stage.workbench.documents.tabs()).toEqual([]);
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.30']);
    expect(await stage.secondaryIps('701252')).toEqual(['10.0.10.31']);
  });

  it('refuses to drop an address on an interface of another subnet', async () => {
    const { notifications, tree } = stage.workbench;
    await showWebAddresses();
    await tree.expand('app-priv');
    await tree.waitFor(/^app-02\/eth0/);
    await tree.drag('10.0.10.30', /^app-02\/eth0/);
    await notifications.waitFor('An address can only move within its subnet.');
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
    expect(asked).toContain('Unassign 10.0.10.20, 10.0.10.21, 10.0.10.30 from 2 interfaces?');
    expect(asked).toContain('web-02/eth0 loses 10.0.10.20, 10.0.10.21.');
    expect(asked).toContain('vip-holder loses 10.0.10.30.');
    await notifications.pressInDialog('Unassign');
    await notifications.waitFor('vip-holder no longer has 10.0.10.30.');
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
    await quickInput.pick('Assign');
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
    await notifications.pressInDialog('Move');
    await notifications.waitFor('vip-holder now has 10.0.10.20.');
  });
});
