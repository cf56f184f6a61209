import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('the overview of a large region', () => {
  const stage = useStage({ sandbox: ['--scenario', 'large', '--nics', '10000', '--delay', '0'] });

  it('draws only what is in sight of eighty subnets, wherever it is scrolled to', async () => {
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
});
