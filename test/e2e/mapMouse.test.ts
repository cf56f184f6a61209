import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, SubnetMap } from '../support/subnetMap';

describe('the map by mouse', () => {
  const stage = useStage();
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const open = (subnet = 'web-pub') => openSubnetMap(stage.workbench, subnet);

  it('by mouse: cells that are drawn over are assigned to one interface, after the review, and the map follows', async () => {
    const { quickInput, notifications } = stage.workbench;
    await open();
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
    await open();
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

  it('says why more addresses than an interface holds cannot be assigned', async () => {
    await open();
    await map().drag('10.0.10.40', '10.0.10.45');
    const bar = map().frame.locator('.actions');
    await bar.getByText('6 selected · An interface holds up to 5 secondary IPs').waitFor();
    expect(await bar.locator('[data-action=assign]').isDisabled()).toBe(true);
    await stage.workbench.page.keyboard.press('Escape');
    await map().drag('10.0.10.40', '10.0.10.44');
    await bar.getByText('5 selected', { exact: true }).waitFor();
    expect(await bar.locator('[data-action=assign]').isEnabled()).toBe(true);
  });

  it('by mouse: a range that was let go outside of the map is not drawn on when it is dragged', async () => {
    const { page } = stage.workbench;
    await open();
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
    await open();
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

  it('a filter that is pressed during a drag takes what it hides out of it', async () => {
    const { keyboard, page, notifications } = stage.workbench;
    const { frame } = map();
    await open();
    await map().select('10.0.10.60', '10.0.10.20');
    await map().cell('10.0.10.20').hover();
    await page.mouse.down();
    await map().chip('web-02/eth0').hover();
    await frame.locator('.dragged', { hasText: '2 selected' }).waitFor();
    await keyboard.pressUntil('Shift+Tab', frame.locator('.legend button:focus', { hasText: 'secondary IP of' }));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await map().chip('web-01/eth0').hover();
    await frame.locator('.dragged', { hasText: '1 selected' }).waitFor();
    await page.mouse.up();
    const text = await notifications.dialogText();
    expect(text).toContain('10.0.10.20');
    expect(text).not.toContain('10.0.10.60');
    await page.keyboard.press('Escape');
    expect(await stage.writes()).toEqual([]);
  });

  it('cells that are dragged onto an interface of another map stay, and their own map says why', async () => {
    const { page } = stage.workbench;
    await open('db-priv');
    await openInSplit();
    const pages = page.locator('iframe.webview');
    const [other, own] = [0, 1].map(
      (at) => new SubnetMap(page, pages.nth(at).contentFrame().frameLocator('#active-frame')),
    );
    if (!own || !other) throw new Error('there are two maps');
    await other.frame.locator('h1', { hasText: 'db-priv' }).waitFor();
    await own.select('10.0.10.20', '10.0.10.60');
    await own.cell('10.0.10.60').hover();
    await page.mouse.down();
    const chip = await other.chip('db-01/eth0').boundingBox();
    await page.mouse.move((chip?.x ?? 0) + 9, (chip?.y ?? 0) + 9, { steps: 4 });
    await page.mouse.up();
    const why = 'Nothing was moved: drop it on an interface of this map. An address stays in its subnet.';
    await expect.poll(() => own.frame.locator('.said').innerText()).toBe(why);
    expect(await own.selected()).toEqual(['10.0.10.20', '10.0.10.60']);
    expect(await own.frame.locator('.dragged').count()).toBe(0);
    expect(await stage.writes()).toEqual([]);
    await stage.workbench.runCommand('View: Close All Editors');
  });

  /** Opens a second map, to the right of the one that is open. */
  async function openInSplit(): Promise<void> {
    const { menus, page, tree } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Subnet Map');
    // It takes the keyboard when it is there, which would close the palette.
    await map().frame.locator('h1', { hasText: 'web-pub' }).waitFor();
    await expect.poll(() => map().focused()).toContain('10.0.10.');
    await stage.workbench.runCommand('View: Move Editor into Right Group');
    await expect.poll(() => page.locator('iframe.webview').count()).toBe(2);
  }
});
