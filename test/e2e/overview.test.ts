import axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runAxe } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('the overview of a region', () => {
  const stage = useStage();
  const frame = (): FrameLocator => subnetMap(stage.workbench.page).frame;
  const row = (text: string) => frame().locator('[role=treeitem]', { hasText: text });

  it('by mouse: every subnet in the range of its VPC, and a click opens its map', async () => {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Network Overview');
    await row('web-pub').waitFor();
    await frame().getByRole('treeitem', { name: 'web-pub 10.0.10.0/24 3% 7 of 249 seen in use public' }).waitFor();
    expect(await frame().locator('.is-space').first().innerText()).toMatch(
      /^10\.0\.0\.0 – 10\.0\.9\.255 · 2,560 in no subnet/,
    );
    expect(await frame().locator('html').evaluate(runAxe, axe.source)).toEqual([]);
    await stage.workbench.screenshot('overview');
    await row('web-pub').click();
    await subnetMap(stage.workbench.page).waitFor('10.0.10.20');
  });

  it('by keyboard alone: from the palette, to a name that is typed, into its map', async () => {
    const { keyboard, page } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Open Network Overview');
    await row('web-pub').waitFor();
    await frame().locator('[role=treeitem]:focus').waitFor();
    await page.keyboard.press('Home');
    expect(await frame().locator(':focus').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await row('web-pub').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await row('web-pub').waitFor();
    await page.keyboard.type('db-p');
    expect(await frame().locator('[role=treeitem]:focus').innerText()).toContain('db-priv');
    await page.keyboard.press('Enter');
    await subnetMap(page).waitFor('10.0.20.6');
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
});
