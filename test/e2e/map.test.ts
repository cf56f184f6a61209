import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPng, readSvg } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, type SubnetMap } from '../support/subnetMap';

describe('the subnet map', () => {
  const stage = useStage();
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const open = (subnet = 'web-pub') => openSubnetMap(stage.workbench, subnet);

  it('opens from the row of a subnet and says what each address is', async () => {
    await open();
    expect(await map().label('10.0.10.14')).toBe('10.0.10.14, primary IP of web-01/eth0, in use');
    expect(await map().label('10.0.10.20')).toBe('10.0.10.20, secondary IP of web-02/eth0, in use');
    expect(await map().label('10.0.10.3')).toBe('10.0.10.3, reserved');
    expect(await map().label('10.0.10.99')).toMatch(/^10\.0\.10\.99, not seen in use, Addresses used by managed/);
    await map().cell('10.0.10.20').hover();
    expect((await map().detail()).replaceAll(/\s+/g, ' ')).toBe('10.0.10.20 secondary IP of web-02/eth0 · in use');
    await map().cell('10.0.10.20').click();
    await stage.workbench.screenshot('map');
  });

  it('copies what is selected, held or not', async () => {
    await open();
    await map().select('10.0.10.20', '10.0.10.99');
    await map().act('copy');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.20\n10.0.10.99');
    await map().act('copyAs');
    await stage.workbench.quickInput.pick('Addresses');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.20');
  });

  it('shows the same as a table that sorts, and remembers which one is liked better', async () => {
    await open();
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

  it('shows the subnet as it was, by keyboard and by mouse, and lets nobody change the past', async () => {
    const { page, notifications, quickInput } = stage.workbench;
    await open();
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
    await open();
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
});
