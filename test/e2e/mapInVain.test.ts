import { describe, expect, it } from 'vitest';
import { breakCanvas } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { subnetMap, type SubnetMap } from '../support/subnetMap';

describe('what cannot be done on a map', () => {
  const stage = useStage({ settings: { 'ncloudIp.confirm': 'always' } });
  const map = (): SubnetMap => subnetMap(stage.workbench.page);

  async function open(): Promise<void> {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Subnet Map');
    await map().frame.locator('.row').first().waitFor();
  }

  it('an interface that is pressed with nothing that it could take says what to select', async () => {
    const { notifications, page } = stage.workbench;
    await open();
    await map().chip('web-01/eth0').click();
    await notifications.waitFor('Select addresses first. Then press an interface');
    await notifications.clear();
    await map().select('10.0.10.14', '10.0.10.3');
    await map().chip('web-02/eth0').click();
    await notifications.waitFor('Primary IPs and reserved addresses stay where they are.');
    await notifications.clear();
    await map().select('10.0.10.20', '10.0.10.21');
    await map().chip('web-02/eth0').press('Enter');
    await notifications.waitFor('This interface holds what is selected already.');
    await page.keyboard.press('Escape');
    expect(await stage.writes()).toEqual([]);
  });

  it('Delete where no secondary IP is says which addresses can be unassigned', async () => {
    const { notifications, page } = stage.workbench;
    await open();
    await map().cell('10.0.10.14').click();
    await page.keyboard.press('Delete');
    await notifications.waitFor('Primary IPs and reserved addresses stay where they are.');
    // Without a selection it is about the address at hand.
    await page.keyboard.press('Escape');
    await map().cell('10.0.10.20').click();
    await page.keyboard.press('Escape');
    expect(await map().selected()).toEqual([]);
    await page.keyboard.press('Delete');
    expect(await notifications.dialogText()).toContain('10.0.10.20');
    await page.keyboard.press('Escape');
    await expect.poll(() => map().selected()).toEqual(['10.0.10.20']);
    expect(await stage.writes()).toEqual([]);
  });

  it('a right click on what nobody can change offers to copy it', async () => {
    const { quickInput } = stage.workbench;
    await open();
    await map().cell('10.0.10.3').click({ button: 'right' });
    await quickInput.waitForTitle('10.0.10.3');
    expect(await quickInput.items()).toEqual([expect.stringMatching(/^Copy,/)]);
    await quickInput.pick('Copy');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.3');
  });

  it('a map that no canvas can draw is said to be none, and SVG is left', async () => {
    const { notifications } = stage.workbench;
    await open();
    await map().frame.locator('html').evaluate(breakCanvas);
    await map().frame.locator('[data-save=png]').click();
    await notifications.waitFor('This map could not be drawn as a PNG. Save it as SVG instead.');
  });
});
