import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('the overview of a region', () => {
  const stage = useStage({ ownWindow: true });
  const frame = (): FrameLocator => subnetMap(stage.workbench.page).frame;
  const focused = () => frame().locator('[role=treeitem]:focus');
  const row = (text: string) => frame().locator('[role=treeitem]', { hasText: text });

  it('by mouse: every subnet in the range of its VPC, and a click opens its map', async () => {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Network Overview');
    await row('web-pub').waitFor();
    await frame().getByRole('treeitem', { name: 'web-pub 10.0.10.0/24 3% 7 of 249 seen in use public' }).waitFor();
    expect(await frame().locator('.is-space').first().innerText()).toMatch(
      /^10\.0\.0\.0 – 10\.0\.9\.255 · 2,560 in no subnet/,
    );
    await stage.workbench.screenshot('overview');
    await row('web-pub').click();
    await subnetMap(stage.workbench.page).waitFor('10.0.10.20');
  });

  it('by keyboard alone: from the palette, in another order, to a name that is typed, into its map', async () => {
    const { keyboard, page } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Open Network Overview');
    await row('web-pub').waitFor();
    await focused().waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await frame().locator(':focus').innerText()).toBe('Fullest First');
    await page.keyboard.press('Enter');
    await expect.poll(() => frame().locator('.is-subnet .percent').first().innerText()).toBe('100%');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press(' ');
    await expect.poll(() => frame().locator('[data-sort=address]').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    expect(await focused().innerText()).toContain('in no subnet');
    await page.keyboard.press('Home');
    expect(await focused().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await row('web-pub').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await row('web-pub').waitFor();
    await page.keyboard.type('db-p');
    expect(await focused().innerText()).toContain('db-priv');
    await page.keyboard.press('Enter');
    await subnetMap(page).waitFor('10.0.20.6');
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('sorts by how full subnets are, and remembers it', async () => {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Network Overview');
    await frame().locator('[data-sort=fullness]').click();
    const levels = await frame().locator('.is-subnet .percent').allInnerTexts();
    // Those of the first VPC; then come those of the other.
    expect(levels).toEqual(['100%', '11%', '3%', '2%', '2%', '1%', '0%', '4%', '1%']);
    await stage.workbench.runCommand('View: Close All Editors');
    await menus.choose(tree.row(/^web-pub/), 'Open Network Overview');
    await expect.poll(() => frame().locator('[data-sort=fullness]').getAttribute('aria-pressed')).toBe('true');
    await frame().locator('[data-sort=address]').click();
  });

  it('follows the network', async () => {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Network Overview');
    await row('7 of 249').waitFor();
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.50' } });
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await row('8 of 249').waitFor();
  });

  it('comes back after the window was loaded anew: the same region, the same row, and what was closed', async () => {
    const { keyboard, page } = stage.workbench;
    // A window without a folder forgets its editors.
    await page.goto(page.url().replace('ew=true', `folder=${encodeURIComponent(import.meta.dirname)}`));
    await stage.workbench.openView('NAVER Cloud IP');
    await stage.workbench.tree.waitUntilRead();
    await keyboard.command('NAVER Cloud IP: Open Network Overview');
    await focused().waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await row('web-pub').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    const before = await focused().innerText();
    const loaded = page.waitForEvent('load');
    await keyboard.command('Developer: Reload Window');
    await loaded;
    await page.locator('.tab.active', { hasText: 'Overview of KR' }).waitFor();
    await expect.poll(() => frame().locator('[role=treeitem][tabindex="0"]').innerText()).toBe(before);
    expect(await row('web-pub').count()).toBe(0);
    await frame().locator('h1', { hasText: 'Overview of KR' }).waitFor();
  });
});
