import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, type SubnetMap } from '../support/subnetMap';

describe('the map by keyboard', () => {
  const stage = useStage();
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const open = () => openSubnetMap(stage.workbench);
  const legend = (text: string) => map().frame.locator('.legend button', { hasText: text }).first();
  const said = () => map().frame.locator('.said').innerText();

  /** From then on everything that comes from a mouse is counted. */
  async function openByKeyboard(): Promise<void> {
    const { keyboard } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Open Subnet Map');
    await keyboard.type('web-pub');
    await keyboard.press('Enter');
    await map().frame.locator('.row').first().waitFor();
    await map().countMouse();
    await expect.poll(() => map().focused()).toBe('10.0.10.0, reserved');
  }

  it('by keyboard alone: the palette, an address that is typed, a range, and the actions of it', async () => {
    const { keyboard, quickInput, page, notifications } = stage.workbench;
    await openByKeyboard();
    await page.keyboard.type('10.0.10.80');
    expect(await map().focused()).toContain('10.0.10.80,');
    for (const [key, address] of [
      ['ArrowRight', '10.0.10.81'],
      ['ArrowDown', '10.0.10.97'],
      ['Home', '10.0.10.96'],
      ['End', '10.0.10.111'],
      ['Control+End', '10.0.10.255'],
      ['Control+Home', '10.0.10.0'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await map().focused(), key).toContain(`${address},`);
    }
    await page.waitForTimeout(1_300);
    await page.keyboard.type('60');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await map().selected()).toEqual(['10.0.10.60', '10.0.10.61']);
    await page.keyboard.press('Enter');
    await quickInput.waitForTitle('2 selected');
    expect(await quickInput.items()).toEqual([expect.stringContaining('Assign to…'), expect.stringContaining('Copy')]);
    await keyboard.press('Enter');
    await quickInput.waitForTitle('Assign Secondary IPs · 10.0.10.60, 10.0.10.61');
    await keyboard.type('vip-holder');
    await expect.poll(async () => (await quickInput.items()).length).toBe(1);
    await keyboard.press('Enter');
    await keyboard.pick('Assign');
    await notifications.waitFor('10.0.10.60');
    await map().waitFor('10.0.10.61', 'secondary IP of vip-holder');
    expect([await keyboard.mouseCount(), await map().mouseCount()]).toEqual([0, 0]);
  });

  it('by keyboard alone: the legend, the table with its order, a row and its actions, and the time', async () => {
    const { keyboard, quickInput, page, notifications } = stage.workbench;
    await openByKeyboard();
    const { frame } = map();
    const at = (selector: string, hasText = '') => frame.locator(`${selector}:focus`, { hasText });
    await keyboard.pressUntil('Shift+Tab', at('.legend button', 'secondary IP of'));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await frame.locator('.legend [aria-pressed="true"]', { hasText: 'secondary IP' }).waitFor();
    await keyboard.pressUntil('Shift+Tab', at('[data-mode="table"]'));
    await page.keyboard.press('Enter');
    await at('.table .row').waitFor();
    expect(await at('.table .row').innerText()).toContain('10.0.10.20');
    await page.keyboard.press('Shift+Tab');
    await keyboard.pressUntil('Shift+Tab', at('.head button', 'Address'));
    await page.keyboard.press('Enter');
    await frame.locator('[aria-sort="ascending"]', { hasText: 'Address' }).waitFor({ state: 'detached' });
    await keyboard.pressUntil('Tab', at('.table .row'));
    await page.keyboard.press('Home');
    expect(await at('.table .row').innerText()).toContain('10.0.10.31');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Enter');
    await quickInput.waitForTitle('2 selected');
    expect(await map().mouseCount()).toBe(0);
    await keyboard.pick('Unassign');
    // The plan stands before the map while it is reviewed; then the map is there again, with the keyboard.
    expect(await notifications.dialogText()).toContain('10.0.10.31');
    await keyboard.press('Enter');
    await notifications.waitFor('10.0.10.31');
    await at('.table .row').waitFor();
    await map().countMouse();
    await frame.locator('.table[aria-rowcount="3"]').waitFor();
    await frame.locator('[aria-sort="descending"]', { hasText: 'Address' }).waitFor();
    expect(await stage.secondaryIps('701252')).toEqual([]);
    await keyboard.pressUntil('Shift+Tab', at('.timeline input'));
    await page.keyboard.press('ArrowLeft');
    await frame.locator('.table[aria-rowcount="5"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await frame.locator('.table[aria-rowcount="3"]').waitFor();
    await keyboard.pressUntil('Shift+Tab', at('[data-mode="map"]'));
    await page.keyboard.press('Enter');
    await frame.locator('[data-columns] .cell:focus').waitFor();
    expect([await keyboard.mouseCount(), await map().mouseCount()]).toEqual([0, 0]);
  });

  it('the legend brings one state out, with as many cells as it counts', async () => {
    await open();
    expect(await legend('secondary IP').innerText()).toMatch(/4$/);
    await legend('secondary IP').click();
    expect(await legend('secondary IP').getAttribute('aria-pressed')).toBe('true');
    expect(await map().frame.locator('[data-columns] .cell:not(.is-aside)').count()).toBe(4);
  });

  it.each(['map', 'table'] as const)(
    'Escape in the %s: the menu, the selection, the filter, and then nothing',
    async (mode) => {
      const { page, quickInput } = stage.workbench;
      const { frame } = map();
      await open();
      await map().select('10.0.10.20', '10.0.10.30');
      await legend('secondary IP').click();
      if (mode === 'table') await frame.locator('[data-mode="table"]').click();
      const focused = frame.locator(':focus[data-offset="30"]');
      await frame.locator('.scroller:not([hidden]) [data-offset="30"]').focus();
      await page.keyboard.press('Enter');
      await quickInput.waitForTitle('2 selected');
      await page.keyboard.press('Escape');
      await focused.waitFor();
      const bar = frame.locator('.actions');
      await bar.getByText('2 selected', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await bar.getByText('Nothing selected').waitFor();
      expect(await legend('secondary IP').getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('Escape');
      await expect.poll(() => legend('secondary IP').getAttribute('aria-pressed')).toBe('false');
      expect(await said()).toBe('All addresses are shown again');
      await focused.waitFor();
      await page.keyboard.press('Escape');
      await focused.waitFor();
      await page.locator('.tab.active', { hasText: 'Map of web-pub' }).waitFor();
      // From the legend as well.
      await legend('reserved').press('Enter');
      await page.keyboard.press('Escape');
      await expect.poll(() => legend('reserved').getAttribute('aria-pressed')).toBe('false');
      if (mode === 'table') await frame.locator('[data-mode="map"]').click();
      await map().waitFor('10.0.10.20');
    },
  );

  it('by keyboard: what is selected is put onto the interface whose chip is pressed', async () => {
    const { page, notifications } = stage.workbench;
    await open();
    await map().select('10.0.10.20', '10.0.10.21');
    await page.keyboard.press('Tab');
    expect(await map().frame.locator('.chips :focus').innerText()).toContain('web-02/eth0 · 2/5');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    expect(await map().frame.locator('.chips :focus').innerText()).toContain('web-01/eth0 · 0/5');
    await page.keyboard.press('Enter');
    await notifications.pressInDialog('Move');
    await map().waitFor('10.0.10.21', 'secondary IP of web-01/eth0, in use');
    await notifications.waitFor('10.0.10.21');
    expect(await stage.writes()).toHaveLength(1);
  });
});
