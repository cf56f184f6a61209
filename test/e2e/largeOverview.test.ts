import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { runAxe } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('a large region', () => {
  const stage = useStage({
    sandbox: { scenario: 'large', nics: 10_000, delay: 0 },
  });

  it('draws only what is in sight of eighty subnets in its overview, wherever that is scrolled to', async () => {
    const { keyboard, page } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Open Network Overview');
    const { frame } = subnetMap(page);
    const rows = frame.locator('[role=treeitem]');
    await frame.locator('[role=treeitem]:focus').waitFor();
    expect(await rows.count()).toBeLessThan(50);
    await page.keyboard.press('End');
    await frame.getByText('team-5-priv-16').waitFor();
    expect(await rows.count()).toBeLessThan(50);
    expect(await frame.locator('[role=treeitem]:focus').count()).toBe(1);
  });

  it('by keyboard alone: finds one of 125 interfaces by an address, and puts onto it what is selected', async () => {
    const { keyboard, page } = stage.workbench;
    await keyboard.command('NAVER Cloud IP: Open Subnet Map');
    await keyboard.type('team-1-pub-1');
    await keyboard.press('Enter');
    const map = subnetMap(page);
    await map.waitFor('10.0.0.0');
    await expect.poll(() => map.focused()).toContain('10.0.0.0,');
    const [, wanted = ''] =
      /secondary IP of (.*?), /.exec(
        (await map.frame.locator('.is-secondary[aria-label]').last().getAttribute('aria-label')) ?? '',
      ) ?? [];
    expect(wanted).not.toBe('');
    await page.keyboard.type('10.0.3.200');
    await page.keyboard.press('Space');
    expect(await map.selected()).toEqual(['10.0.3.200']);
    const chips = map.frame.locator('[data-chip]');
    expect(await chips.count()).toBe(40);
    await map.frame.locator('.more', { hasText: 'and 85 more' }).waitFor();
    expect(await map.frame.locator('html').evaluate(runAxe, axe.source)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('no such thing');
    await map.frame.locator('.more', { hasText: 'No match for no such thing.' }).waitFor();
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type(wanted.toUpperCase());
    await expect.poll(() => chips.count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await map.frame.locator('.chips :focus').innerText()).toContain(wanted);
    await page.keyboard.press('Enter');
    await keyboard.pick('Assign');
    await map.waitFor('10.0.3.200', `secondary IP of ${wanted}`);
  });
});
