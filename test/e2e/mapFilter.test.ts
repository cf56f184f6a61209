import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, type SubnetMap } from '../support/subnetMap';

describe('what is looked for on a map', () => {
  const stage = useStage();
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const legend = (text: string) => map().frame.locator('.legend button', { hasText: text }).first();
  const status = () => map().frame.locator('.said').innerText();
  const isPressed = (text: string) => legend(text).getAttribute('aria-pressed');

  const open = () => openSubnetMap(stage.workbench);

  async function toTable(): Promise<void> {
    await map().frame.locator('[data-mode="table"]').click();
    await map().frame.locator('.table [data-offset]').first().waitFor();
  }

  async function toMap(): Promise<void> {
    await map().frame.locator('[data-mode="map"]').click();
    await map().frame.locator('[data-columns] .cell').first().waitFor();
  }

  it('by mouse: the interface that is chosen has a letter, a shape and a legend of its own, in map and table', async () => {
    await open();
    const own = 'secondary IP of the chosen interface';
    expect(await legend(own).innerText()).toMatch(/0$/);
    await map().cell('10.0.10.20').click();
    expect((await legend(own).innerText()).replaceAll(/\s+/g, ' ')).toBe(`${own} 2`);
    expect(await legend(own).getAttribute('title')).toBe('web-02/eth0');
    for (const address of ['10.0.10.20', '10.0.10.21']) {
      expect(await map().letter(address)).toBe('T');
      expect(await map().label(address)).toBe(`${address}, secondary IP of web-02/eth0, in use, chosen interface`);
    }
    expect(await map().letter('10.0.10.30')).toBe('S');
    await map().waitFor('10.0.10.6', 'primary IP of web-02/eth0, in use, chosen interface');
    await stage.workbench.screenshot('map-chosen');
    // It stays chosen while others are looked at that nobody holds.
    await map().cell('10.0.10.99').click();
    expect(await map().letter('10.0.10.21')).toBe('T');
    await legend(own).click();
    expect(await map().frame.locator('[data-columns] .cell:not(.is-aside)').count()).toBe(2);
    await toTable();
    expect(await map().frame.locator('.table [data-offset]').count()).toBe(2);
    expect(await map().row('10.0.10.21').innerText()).toContain(own);
    await toMap();
    await map().cell('10.0.10.30').click();
    // What is looked for does not change under the hands.
    expect(await map().frame.locator('[data-columns] .cell:not(.is-aside)').count()).toBe(2);
    await legend(own).click();
    await map().cell('10.0.10.31').click();
    expect(await map().letter('10.0.10.30')).toBe('T');
    expect(await map().letter('10.0.10.20')).toBe('S');
  });

  it('by mouse: what a filter hides leaves the selection, and no plan is made with it', async () => {
    const { quickInput } = stage.workbench;
    await open();
    await map().select('10.0.10.20', '10.0.10.40', '10.0.10.30');
    await legend('secondary IP').click();
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.30']);
    await map().frame.locator('.actions').getByText('2 selected', { exact: true }).waitFor();
    expect(await map().frame.locator('[data-action=assign]').isDisabled()).toBe(true);
    // A range takes what is looked for, and nothing in between.
    await map().cell('10.0.10.20').click();
    await map()
      .cell('10.0.10.31')
      .click({ modifiers: ['Shift'] });
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.21', '10.0.10.30', '10.0.10.31']);
    // One that is meant and seen may be taken to it, until the table hides it.
    await map()
      .cell('10.0.10.50')
      .click({ modifiers: ['Control'] });
    await map().frame.locator('.actions').getByText('5 selected', { exact: true }).waitFor();
    await toTable();
    await map().frame.locator('.actions').getByText('4 selected', { exact: true }).waitFor();
    await map().act('move');
    await quickInput.pick('web-01/eth0');
    const text = await stage.workbench.notifications.dialogText();
    expect(text).toContain('+ 10.0.10.31');
    expect(text).not.toContain('10.0.10.50');
    await stage.workbench.press('Escape');
    await toMap();
    expect(await stage.writes()).toEqual([]);
  });

  it('Shift-click selects from the cell before, beside what was selected with Ctrl', async () => {
    await open();
    await map().cell('10.0.10.40').click();
    await map()
      .cell('10.0.10.43')
      .click({ modifiers: ['Shift'] });
    expect(await map().selected()).toEqual(['10.0.10.40', '10.0.10.41', '10.0.10.42', '10.0.10.43']);
    await map()
      .cell('10.0.10.39')
      .click({ modifiers: ['Shift'] });
    expect(await map().selected()).toEqual(['10.0.10.39', '10.0.10.40']);
    await map()
      .cell('10.0.10.60')
      .click({ modifiers: ['Control'] });
    await map()
      .cell('10.0.10.61')
      .click({ modifiers: ['Control', 'Shift'] });
    expect(await map().selected()).toEqual(['10.0.10.39', '10.0.10.40', '10.0.10.60', '10.0.10.61']);
  });

  it.each(['map', 'table'] as const)('Find and links show an address that the filter of the %s hides', async (mode) => {
    const { keyboard, quickInput, notifications, tree } = stage.workbench;
    await open();
    await legend('reserved').click();
    if (mode === 'table') await toTable();
    await keyboard.command('NAVER Cloud IP: Find Address');
    await quickInput.type('10.0.10.99');
    await quickInput.pick('Show 10.0.10.99 in Subnet Map');
    await expect.poll(() => isPressed('reserved')).toBe('false');
    await map().frame.locator(':focus[data-offset="99"]').waitFor();
    await expect.poll(status).toBe('All addresses are shown again: the filter hid 10.0.10.99');
    // What somebody holds is shown in the tree, and in the map that is open beside it.
    await legend('reserved').click();
    await stage.workbench.runCommand('Developer: Open URL');
    await quickInput.type('vscode://ncloud-ip.ncloud-ip/address/10.0.10.20?profile=Sandbox');
    await quickInput.accept();
    await notifications.pressInDialog('Open');
    await expect.poll(status).toBe('All addresses are shown again: the filter hid 10.0.10.20');
    await map().frame.locator('[data-offset="20"][tabindex="0"]').waitFor();
    await expect
      .poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text)
      .toContain('10.0.10.20');
    if (mode === 'table') await toMap();
  });

  it('Find reveals in the map that is open what somebody holds', async () => {
    const { keyboard, quickInput } = stage.workbench;
    await open();
    await keyboard.command('NAVER Cloud IP: Find Address');
    await quickInput.type('10.0.10.31');
    await keyboard.press('Enter');
    await map().frame.locator('[data-columns] [data-offset="31"][tabindex="0"]').waitFor();
    await expect.poll(() => map().detail()).toContain('10.0.10.31');
  });

  it('an address that is typed while the table hides it is said to be hidden', async () => {
    await open();
    await legend('reserved').click();
    await toTable();
    await map().row('10.0.10.1').click();
    await stage.workbench.page.keyboard.type('10.0.10.99');
    await expect.poll(status).toBe('The filter hides 10.0.10.99');
    await toMap();
  });
});
