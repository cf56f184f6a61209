import { describe, expect, it } from 'vitest';
import { isInSight, readOverfull } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { subnetMap, type SubnetMap } from '../support/subnetMap';

describe('the rows of a map', () => {
  const stage = useStage({ sandbox: { scenario: 'large', nics: 200, delay: 0 }, ownWindow: true });
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const runs = () => map().frame.locator('.gap');
  const rowCount = async (): Promise<number> =>
    Number(await map().frame.locator('[data-columns]').getAttribute('aria-rowcount'));
  const columns = () => map().frame.locator('[data-columns]').getAttribute('data-columns');

  async function open(): Promise<void> {
    const { keyboard } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Open Subnet Map');
    await keyboard.type('team-1-pub-1');
    await keyboard.press('Enter');
    await map().waitFor('10.0.0.0');
    await expect.poll(() => map().focused()).toContain('10.0.0.0,');
  }

  it('by mouse: a folded run says how much it hides, and a click unfolds and folds it', async () => {
    await open();
    const run = runs().first();
    const folded = await rowCount();
    const hidden = Number(/· ([\d,]+) not seen in use$/.exec(await run.innerText())?.[1]?.replace(',', ''));
    expect(hidden).toBeGreaterThanOrEqual(256);
    expect(await run.getAttribute('aria-expanded')).toBe('false');
    await run.click();
    await expect.poll(() => run.getAttribute('aria-expanded')).toBe('true');
    expect(await rowCount()).toBe(folded + hidden / 16);
    await run.click();
    await expect.poll(rowCount).toBe(folded);
  });

  it('by keyboard: Enter unfolds a run, the arrows lead into it, and Space folds it', async () => {
    const { page } = stage.workbench;
    await open();
    const folded = await rowCount();
    const run = map().frame.locator('.gap:focus');
    await stage.workbench.keyboard.pressUntil('ArrowDown', run);
    const first = /^[\d.]+/.exec(await run.innerText())?.[0] ?? '';
    await page.keyboard.press('Enter');
    await expect.poll(() => run.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await map().focused()).toContain(`${first}, not seen in use`);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(' ');
    await expect.poll(rowCount).toBe(folded);
    expect(await run.count()).toBe(1);
  });

  it('are as wide as there is room, and the focus stays in sight', async () => {
    const { page } = stage.workbench;
    await open();
    await page.keyboard.type('10.0.3.200');
    for (const [width, expected] of [
      [1800, '32'],
      [2600, '64'],
      [1800, '32'],
      [1280, '16'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(columns).toBe(expected);
      expect(await map().focused()).toContain('10.0.3.200,');
      expect(await map().frame.locator('[data-columns] :focus').evaluate(isInSight)).toBe(true);
    }
  });

  it.each([820, 1280, 1800, 2600])('in a window of %i pixels hold what their cells say', async (width) => {
    const { page } = stage.workbench;
    await page.setViewportSize({ width, height: 800 });
    await open();
    await page.keyboard.type('10.0.3.200');
    const grid = map().frame.locator('[data-columns]');
    expect(await grid.locator('.cell', { hasText: /^\d{3}$/ }).count()).toBeGreaterThan(50);
    expect(await grid.evaluate(readOverfull)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('of the table come into sight when it grows', async () => {
    const { page } = stage.workbench;
    await open();
    await map().frame.locator('[data-mode="table"]').click();
    await map().row('10.0.0.0').waitFor();
    await page.setViewportSize({ width: 1280, height: 1600 });
    await map().row('10.0.0.40').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await map().frame.locator('[data-mode="map"]').click();
  });

  it('come back after the window was loaded anew: the same subnet, focus, selection, filter and unfolded run', async () => {
    const { keyboard, page } = stage.workbench;
    // A window without a folder forgets its editors.
    await page.goto(page.url().replace('ew=true', `folder=${encodeURIComponent(import.meta.dirname)}`));
    await stage.workbench.openView('NAVER Cloud IP');
    await stage.workbench.tree.waitUntilRead();
    await open();
    await keyboard.pressUntil('ArrowDown', map().frame.locator('.gap:focus'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const [focused, selected] = [await map().focused(), await map().selected()];
    expect(selected).toHaveLength(2);
    await reload();
    await expect
      .poll(() => map().frame.locator('[data-columns] [tabindex="0"]').getAttribute('aria-label'))
      .toBe(focused);
    expect(await map().selected()).toEqual(selected);
    expect(await runs().first().getAttribute('aria-expanded')).toBe('true');
    await map().frame.locator('h1', { hasText: 'team-1-pub-1' }).waitFor();
    await map().frame.locator('[data-mode="table"]').click();
    const heading = map().frame.locator('.head button', { hasText: 'Server' });
    await heading.click();
    await heading.press('Enter');
    const sorted = map().frame.locator('.table [aria-sort="descending"]', { hasText: 'Server' });
    await sorted.waitFor();
    await reload();
    await sorted.waitFor();
  });

  async function reload(): Promise<void> {
    const { keyboard, page } = stage.workbench;
    const loaded = page.waitForEvent('load');
    await keyboard.command('Developer: Reload Window');
    await loaded;
    await page.locator('.tab.active', { hasText: 'Map of team-1-pub-1' }).waitFor();
  }
});
