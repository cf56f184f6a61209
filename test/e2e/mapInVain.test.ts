import { describe, expect, it } from 'vitest';
import { breakCanvas } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, type SubnetMap } from '../support/subnetMap';

describe('what cannot be done on a map', () => {
  const stage = useStage();
  const map = (): SubnetMap => subnetMap(stage.workbench.page);

  const open = () => openSubnetMap(stage.workbench);

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
    await notifications.waitFor('Select secondary IPs: nothing else can be moved or unassigned.');
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

  it('a drag that ends outside of the map is over, wherever the mouse goes then', async () => {
    const { page, tree } = stage.workbench;
    await open();
    await map().select('10.0.10.20', '10.0.10.60');
    await map().cell('10.0.10.60').hover();
    await page.mouse.down();
    await map().chip('web-01/eth0').hover();
    const label = map().frame.locator('.dragged');
    await label.waitFor();
    await tree.row(/^db-priv/).hover();
    await page.mouse.up();
    await map().chip('web-01/eth0').hover();
    await expect.poll(() => label.count()).toBe(0);
    expect(await map().frame.locator('.is-aim').count()).toBe(0);
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.60']);
    expect(await stage.writes()).toEqual([]);
  });

  it('a range and a drag begin at addresses only: not at the label of a row, nor in a heading of the table', async () => {
    const { page } = stage.workbench;
    await open();
    await map().frame.locator('.row-label').nth(1).hover();
    await page.mouse.down();
    await map().cell('10.0.10.30').hover();
    await page.mouse.up();
    expect(await map().selected()).toEqual([]);
    await map().frame.locator('[data-mode="table"]').click();
    await map().row('10.0.10.1').waitFor();
    await map().frame.locator('.head button', { hasText: 'State' }).hover();
    await page.mouse.down();
    await map().row('10.0.10.3').hover();
    await page.mouse.up();
    await map().frame.locator('.actions').getByText('Nothing selected').waitFor();
    await map().frame.locator('[data-mode="map"]').click();
    await map().waitFor('10.0.10.30');
  });

  it('forty pasted addresses are no address to go to, and choose nothing', async () => {
    const { page } = stage.workbench;
    await open();
    await map().cell('10.0.10.20').click();
    await page.keyboard.press('Escape');
    await stage.workbench.writeClipboard(Array.from({ length: 40 }, (_, at) => `10.0.10.${at + 60}`).join('\n'));
    await page.keyboard.press('ControlOrMeta+v');
    await page.keyboard.type('10.0.10.6010.0.10.6110.0.10.62');
    await map().frame.locator('.said', { hasText: 'is not in this subnet' }).waitFor();
    expect(await map().selected()).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => map().frame.locator('.said').innerText()).toBe('');
  });

  it('a map that no canvas can draw is said to be none, and SVG is left', async () => {
    const { notifications } = stage.workbench;
    await open();
    await map().frame.locator('html').evaluate(breakCanvas);
    await map().frame.locator('[data-save=png]').click();
    await notifications.waitFor('This map could not be drawn as a PNG. Save it as SVG instead.');
  });
});
