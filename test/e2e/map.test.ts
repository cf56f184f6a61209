import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mark, readPng, readSvg } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { subnetMap, type SubnetMap } from '../support/subnetMap';

describe('the subnet map', () => {
  const stage = useStage({ settings: { 'ncloudIp.confirm': 'always' } });
  const map = (): SubnetMap => subnetMap(stage.workbench.page);

  async function open(subnet: string): Promise<void> {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(new RegExp(`^${subnet}`)), 'Open Subnet Map');
    await map().frame.locator('.row').first().waitFor();
  }

  it('opens from the row of a subnet and says what each address is', async () => {
    await open('web-pub');
    expect(await map().label('10.0.10.14')).toBe('10.0.10.14, primary IP of web-01/eth0, in use');
    expect(await map().label('10.0.10.20')).toBe('10.0.10.20, secondary IP of web-02/eth0, in use');
    expect(await map().label('10.0.10.3')).toBe('10.0.10.3, reserved');
    expect(await map().label('10.0.10.99')).toMatch(/^10\.0\.10\.99, not seen in use, Addresses used by managed/);
    await map().cell('10.0.10.20').hover();
    expect((await map().detail()).replaceAll(/\s+/g, ' ')).toBe('10.0.10.20 secondary IP of web-02/eth0 · in use');
    await map().cell('10.0.10.20').click();
    await stage.workbench.screenshot('map');
  });

  it('by mouse: cells that are drawn over are assigned to one interface, after the review, and the map follows', async () => {
    const { quickInput, notifications } = stage.workbench;
    await open('web-pub');
    await map().drag('10.0.10.40', '10.0.10.42');
    expect(await map().selected()).toEqual(['10.0.10.40', '10.0.10.41', '10.0.10.42']);
    await map().act('assign');
    await quickInput.waitForTitle('Assign Secondary IPs · 10.0.10.40, 10.0.10.41, 10.0.10.42');
    expect((await quickInput.items()).join()).not.toContain('app-01');
    await quickInput.pick('web-01/eth0');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.10.40');
    await map().waitFor('10.0.10.41', 'secondary IP of web-01/eth0, in use');
    expect(await stage.writes()).toHaveLength(1);
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.40', '10.0.10.41', '10.0.10.42']);
    expect(await map().selected()).toEqual(['10.0.10.40', '10.0.10.41', '10.0.10.42']);
  });

  it('by mouse: addresses of two interfaces are moved, and unassigned, in one plan', async () => {
    const { quickInput, notifications } = stage.workbench;
    await open('web-pub');
    await map().select('10.0.10.20', '10.0.10.30');
    await map().act('move');
    await quickInput.pick('web-01/eth0');
    await notifications.pressInDialog('Move');
    await map().waitFor('10.0.10.30', 'secondary IP of web-01/eth0, in use');
    await notifications.waitFor('10.0.10.30');
    await notifications.clear();
    await map().select('10.0.10.21', '10.0.10.31');
    await map().act('unassign');
    await notifications.pressInDialog('Unassign');
    await map().waitFor('10.0.10.31', 'not seen in use');
    await map().waitFor('10.0.10.21', 'not seen in use');
    // Until then its interfaces are held, and the next change of them would wait.
    await notifications.waitFor('10.0.10.31');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.20', '10.0.10.30']);
    expect(await stage.secondaryIps('701237')).toEqual([]);
  });

  it('by keyboard alone: the palette, an address that is typed, a range, and the actions of it', async () => {
    const { keyboard, quickInput, page, notifications } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Open Subnet Map');
    await keyboard.type('web-pub');
    await keyboard.press('Enter');
    await map().frame.locator('.row').first().waitFor();
    await map().countMouse();
    await expect.poll(() => map().focused()).toBe('10.0.10.0, reserved');
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
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Open Subnet Map');
    await keyboard.type('web-pub');
    await keyboard.press('Enter');
    await map().frame.locator('.row').first().waitFor();
    await map().countMouse();
    await expect.poll(() => map().focused()).toBe('10.0.10.0, reserved');
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

  it('Escape takes the selection back, and the legend brings one state out', async () => {
    const { page } = stage.workbench;
    await open('web-pub');
    await map().select('10.0.10.20');
    await page.keyboard.press('Escape');
    expect(await map().selected()).toEqual([]);
    const legend = map().frame.locator('.legend button', { hasText: 'secondary IP' }).first();
    expect(await legend.innerText()).toMatch(/4$/);
    await legend.click();
    expect(await legend.getAttribute('aria-pressed')).toBe('true');
    expect(await map().frame.locator('[data-columns] .cell:not(.is-aside)').count()).toBe(4);
  });

  it('says why more addresses than an interface holds cannot be assigned', async () => {
    await open('web-pub');
    await map().drag('10.0.10.40', '10.0.10.45');
    const bar = map().frame.locator('.actions');
    await bar.getByText('6 selected · An interface holds up to 5 secondary IPs').waitFor();
    expect(await bar.locator('[data-action=assign]').isDisabled()).toBe(true);
    await stage.workbench.page.keyboard.press('Escape');
    await map().drag('10.0.10.40', '10.0.10.44');
    await bar.getByText('5 selected', { exact: true }).waitFor();
    expect(await bar.locator('[data-action=assign]').isEnabled()).toBe(true);
  });

  it('copies what is selected, held or not', async () => {
    await open('web-pub');
    await map().select('10.0.10.20', '10.0.10.99');
    await map().act('copy');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.20\n10.0.10.99');
    await map().act('copyAs');
    await stage.workbench.quickInput.pick('Addresses');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.20');
  });

  it('repaints only what changed when somebody else changes the network', async () => {
    await open('web-pub');
    await map().cell('10.0.10.20').evaluate(mark);
    await map().cell('10.0.10.50').evaluate(mark);
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.50' } });
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await map().waitFor('10.0.10.50', 'secondary IP of web-01/eth0');
    expect(await map().frame.locator('[data-columns] [data-mark="old"]').count()).toBe(2);
    expect(await map().frame.locator('[data-columns] .is-news').count()).toBeLessThanOrEqual(2);
  });

  it('shows the same as a table that sorts, and remembers which one is liked better', async () => {
    await open('web-pub');
    await map().frame.locator('[data-mode="table"]').click();
    await map().row('10.0.10.6').waitFor();
    await map().frame.locator('.head button', { hasText: 'Network interface' }).click();
    await expect.poll(() => map().frame.locator('.table [aria-rowindex="2"]').innerText()).toContain('vip-holder');
    await stage.workbench.screenshot('map-table');
    await map().frame.locator('.head button', { hasText: 'Network interface' }).press('Enter');
    await map().frame.locator('[aria-sort="descending"]').waitFor();
    await stage.workbench.runCommand('View: Close All Editors');
    await open('db-priv');
    await map().row('10.0.20.6').waitFor();
    await map().frame.locator('[data-mode="map"]').click();
    await map().waitFor('10.0.20.6');
  });

  it('comes back with its selection after it was hidden', async () => {
    await open('web-pub');
    await map().select('10.0.10.20', '10.0.10.99');
    await stage.workbench.runCommand('File: New Untitled Text File');
    await stage.workbench.press('Control+PageUp');
    await map().waitFor('10.0.10.20', 'secondary IP of web-02/eth0');
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.99']);
  });

  it('by mouse: a range that was let go outside of the map is not drawn on when it is dragged', async () => {
    const { page } = stage.workbench;
    await open('web-pub');
    await map().cell('10.0.10.60').hover();
    await page.mouse.down();
    await map().cell('10.0.10.62').hover();
    await map().frame.locator('.detail').hover();
    await page.mouse.up();
    const range = ['10.0.10.60', '10.0.10.61', '10.0.10.62'];
    expect(await map().selected()).toEqual(range);
    await map().cell('10.0.10.61').hover();
    await page.mouse.down();
    await map().cell('10.0.10.100').hover();
    await map().frame.locator('.dragged', { hasText: '3 selected' }).waitFor();
    expect(await map().selected()).toEqual(range);
    await map().frame.locator('.detail').hover();
    await page.mouse.up();
    expect(await map().selected()).toEqual(range);
  });

  it('by mouse: what is selected is dragged onto an interface, held or not, in one plan', async () => {
    const { page, notifications } = stage.workbench;
    await open('web-pub');
    await map().select('10.0.10.20', '10.0.10.60');
    await map().cell('10.0.10.60').hover();
    await page.mouse.down();
    await map().chip('web-01/eth0').hover();
    await map().frame.locator('.dragged', { hasText: '2 selected' }).waitFor();
    await page.mouse.up();
    expect(await notifications.dialogText()).toMatch(/web-01\/eth0: \+ 10\.0\.10\.20\s+\+ 10\.0\.10\.60/);
    await notifications.pressInDialog('Take Over');
    await notifications.waitFor('10.0.10.60');
    await map().waitFor('10.0.10.60', 'secondary IP of web-01/eth0, in use');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.20', '10.0.10.60']);
  });

  it('by keyboard: what is selected is put onto the interface whose chip is pressed', async () => {
    const { page, notifications } = stage.workbench;
    await open('web-pub');
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

  it('shows the subnet as it was, by keyboard and by mouse, and lets nobody change the past', async () => {
    const { page, notifications, quickInput } = stage.workbench;
    await open('web-pub');
    await map().select('10.0.10.70');
    await map().act('assign');
    await quickInput.pick('web-01/eth0');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.10.70');
    await map().waitFor('10.0.10.70', 'since ');
    await map().colourBy('recent');
    expect(await map().cell('10.0.10.70').getAttribute('class')).toContain('is-age-0');
    await stage.workbench.screenshot('map-recent');
    await map().frame.locator('.timeline input').focus();
    await page.keyboard.press('ArrowLeft');
    await map().waitFor('10.0.10.70', 'not seen in use');
    await map()
      .frame.getByText(/^As it was before .*, as far as the history knows$/)
      .waitFor();
    await map().select('10.0.10.71');
    expect(await map().frame.locator('[data-action=assign]').isDisabled()).toBe(true);
    await stage.workbench.screenshot('map-past');
    await map().frame.locator('.back').click();
    await map().waitFor('10.0.10.70', 'secondary IP of web-01/eth0');
    await map().colourBy('interface');
    const tintOf = async (address: string) =>
      /is-tint-\d/.exec((await map().cell(address).getAttribute('class')) ?? '')?.[0];
    expect(await tintOf('10.0.10.70')).toBe(await tintOf('10.0.10.14'));
    expect(await tintOf('10.0.10.70')).not.toBe(await tintOf('10.0.10.20'));
    await stage.workbench.screenshot('map-interfaces');
    await map().colourBy('state');
  });

  it('is reached from Find, by keyboard, and from a change in the history, by mouse', async () => {
    const { keyboard, quickInput, menus, tree, page, notifications } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Find Address');
    await quickInput.type('10.0.10.99');
    await expect.poll(async () => (await quickInput.items()).join()).toContain('Show 10.0.10.99 in Subnet Map');
    await quickInput.pick('Show 10.0.10.99 in Subnet Map');
    await map().waitFor('10.0.10.99');
    await expect.poll(() => map().focused()).toContain('10.0.10.99,');
    await map().select('10.0.10.98');
    await map().act('assign');
    await quickInput.pick('web-01/eth0');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.10.98');
    await stage.workbench.runCommand('View: Close All Editors');
    await page.locator('.sidebar .pane-header', { hasText: 'History' }).click();
    await tree.waitFor('10.0.10.98');
    await menus.choose(tree.row(/10\.0\.10\.98/), 'Open Subnet Map');
    await map().waitFor('10.0.10.98');
    await expect.poll(() => map().focused()).toContain('10.0.10.98,');
  });

  it('is saved as an SVG, and as the PNG that its page drew: both open, with the same picture', async () => {
    await open('web-pub');
    const svg = (await save('svg', 'Save as SVG')).toString('utf8');
    const png = await save('png', 'Save as PNG');
    const { page } = stage.workbench;
    const parsed = await page.evaluate(readSvg, svg);
    expect(parsed.root).toBe('svg');
    expect(parsed.titles).toContain('10.0.10.20 · web-02/eth0');
    // After those of the legend.
    const cells = parsed.boxes.slice(6);
    expect(cells).toHaveLength(256);
    // Twice the pixels; a corner of each cell, where no letter is.
    const inside = [14, 20, 3, 99].map((offset) => ({
      x: (cells[offset]?.x ?? 0) + 4,
      y: (cells[offset]?.y ?? 0) + 12,
    }));
    const opened = await page.evaluate(readPng, {
      base64: png.toString('base64'),
      points: inside.map(({ x, y }) => ({ x: x * 2, y: y * 2 })),
    });
    expect([opened.width, opened.height]).toEqual([parsed.width * 2, parsed.height * 2]);
    expect(opened.colours).toEqual(['#1a5fb4', '#cfe3fb', '#e6e6e6', '#ffffff']);
    expect([14, 20, 3, 99].map((offset) => cells[offset]?.fill)).toEqual(opened.colours);
  });

  /** Saves the map where it is proposed, and gives what was written. */
  async function save(format: 'svg' | 'png', title: string): Promise<Buffer> {
    const { quickInput, notifications } = stage.workbench;
    await map().frame.locator(`[data-save=${format}]`).click();
    await quickInput.waitForTitle(title);
    await expect.poll(() => quickInput.value()).toMatch(new RegExp(`/10\\.0\\.10\\.0-24\\.${format}$`));
    const file = await quickInput.value();
    await quickInput.accept();
    await notifications.waitFor(`Saved as 10.0.10.0-24.${format}.`);
    const written = fs.readFileSync(file);
    fs.rmSync(file);
    return written;
  }

  it('shows names of every kind as text, in the real page', async () => {
    await stage.sandbox.change({
      rename: { networkInterfaceNo: '701236', name: '<img src=x onerror=alert(1)></script>\u202eten' },
    });
    await open('web-pub');
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await map().waitFor('10.0.10.14', '<img src=x');
    await map().cell('10.0.10.14').hover();
    const text = await map().detail();
    expect(text).toContain('</script>');
    expect(text).not.toContain('\u202e');
    expect(await map().frame.locator('img').count()).toBe(0);
    expect(await map().chip('<img src=x').count()).toBe(1);
  });

  it('says that it is not live after a crash of the extension host, until it is filled again', async () => {
    await open('web-pub');
    const alert = map().frame.locator('.not-live');
    expect(await alert.innerText()).toBe('');
    await stage.workbench.killExtensionHost();
    await expect
      .poll(() => alert.innerText().catch(() => ''), { timeout: 30_000 })
      .toMatch(/^Not live: this is as of \d/);
    await stage.workbench.screenshot('map-not-live');
  });
});
