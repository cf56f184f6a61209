import axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { runAxe } from '../support/pageScripts.mjs';
import { subnetMap, type SubnetMap } from '../support/subnetMap';
import { openWorkbench, type Workbench } from '../support/workbench';
import { readWords } from '../support/words';

const themes = [
  ['Dark Modern', 'vs-dark', 'dark'],
  ['Light Modern', 'vs', 'light'],
  ['Dark High Contrast', 'hc-black', 'high-contrast'],
  ['Light High Contrast', 'hc-light', 'high-contrast-light'],
] as const;

/** Words look the same in every theme: all of them in one language, and in two others the words in light, dark and contrast. */
const looks = [
  ['en', themes],
  ['ko', themes.slice(0, 2)],
  ['ja', themes.slice(2)],
] as const;

describe.each(looks)('the look of the map, language %s', (language, shown) => {
  const { text, label } = readWords(language);
  let workbench: Workbench;
  let sandbox: { readonly line: string; stop(): Promise<void> };
  const map = (): SubnetMap => subnetMap(workbench.page);
  const frame = (): FrameLocator => map().frame;

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '0']);
    workbench = await openWorkbench({
      sandbox,
      settings: { 'ncloudIp.confirm': 'never' },
      ...(language !== 'en' && { locale: language }),
    });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(420);
    const { menus, notifications, quickInput, tree } = workbench;
    await menus.choose(tree.row(/^web-pub/), label('command.openNetworkOverview'));
    await frame().locator('[role=treeitem]', { hasText: 'web-pub' }).waitFor();
    await menus.choose(tree.row(/^web-pub/), label('command.openSubnetMap'));
    await map().waitFor('10.0.10.20');
    // There is a past to look at.
    await map().select('10.0.10.70');
    await map().act('assign');
    await quickInput.pick('web-01/eth0');
    await map().waitFor('10.0.10.70', text('since {0}', ''));
    await notifications.waitFor('10.0.10.70');
    await notifications.clear();
  });
  afterAll(() => sandbox.stop());

  /** What axe finds on the page. */
  const findings = (): Promise<string[]> => frame().locator('html').evaluate(runAxe, axe.source);
  const toOverview = async (): Promise<void> => {
    await workbench.press('Control+PageUp');
    await frame().locator('[role=treeitem][tabindex="0"]').waitFor();
  };
  const toMap = async (): Promise<void> => {
    await workbench.press('Control+PageDown');
    await map().waitFor('10.0.10.20');
  };

  it.each(shown)('is for everybody: %s', async (theme, kind, picture) => {
    const { page, quickInput } = workbench;
    await workbench.runCommand('Preferences: Color Theme');
    await quickInput.type(theme);
    await quickInput.accept();
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    await map().select('10.0.10.31', '10.0.10.99', '10.0.10.100');
    expect(await map().label('10.0.10.20')).toContain(text('secondary IP of {0}', 'web-02/eth0'));
    expect(await findings()).toEqual([]);
    await workbench.screenshot(`map-${language}-${picture}`);
    await frame().locator('[data-mode="table"]').click();
    await map().row('10.0.10.100').waitFor();
    expect(await findings()).toEqual([]);
    if (language === 'en') await workbench.screenshot(`map-table-${picture}`);
    await frame().locator('[data-mode="map"]').click();
    await map().waitFor('10.0.10.20');
    if (language === 'en') await lookAtColoursAndPast();
    await toOverview();
    expect(await findings()).toEqual([]);
    if (language !== 'en' && picture === shown[0][2]) await workbench.screenshot(`overview-${language}-${picture}`);
    await toMap();
  });

  /** In the past the cells are as many colours as before. */
  async function lookAtColoursAndPast(): Promise<void> {
    for (const mode of ['server', 'interface', 'recent'] as const) {
      await map().colourBy(mode);
      expect(await findings(), mode).toEqual([]);
    }
    await frame().locator('.timeline input').press('Home');
    await map().waitFor('10.0.10.70', text('not seen in use'));
    expect(await findings(), 'the past').toEqual([]);
    await frame().locator('.back').click();
    await map().colourBy('state');
    await map().waitFor('10.0.10.70', text('secondary IP of {0}', 'web-01/eth0'));
  }

  it('can be read in forced colours', async () => {
    await workbench.page.emulateMedia({ forcedColors: 'active' });
    if (language === 'en') await workbench.screenshot('map-forced');
    expect(await findings()).toEqual([]);
    await toOverview();
    if (language === 'en') await workbench.screenshot('overview-forced');
    expect(await findings()).toEqual([]);
    await workbench.page.emulateMedia({ forcedColors: 'none' });
  });

  it('says all of the map to a screen reader, as cells and as a table', async () => {
    await toMap();
    await map().cell('10.0.10.20').click();
    const own = text('secondary IP of the chosen interface');
    const cells = await frame().locator('body').ariaSnapshot();
    const held = ['10.0.10.21', text('secondary IP of {0}', 'web-02/eth0'), text('in use'), text('chosen interface')];
    for (const words of [
      `grid "${text('Addresses')}"`,
      `button "${own} 2"`,
      `gridcell "${held.join(', ')}"`,
      `gridcell "10.0.10.3, ${text('reserved')}"`,
      `rowheader "10.0.10.16"`,
    ])
      expect(cells).toContain(words);
    await frame().locator('[data-mode="table"]').click();
    await map().row('10.0.10.20').waitFor();
    const table = await frame().getByRole('grid').ariaSnapshot();
    for (const words of [
      `grid "${text('Addresses')}"`,
      `columnheader "${text('Address')}`,
      `columnheader "${text('Network interface')}`,
      `row "10.0.10.20 ${own} web-02/eth0 web-02 ${text('in use')}"`,
      `row "10.0.10.19 ${text('not seen in use')}"`,
      'gridcell "web-02/eth0"',
    ])
      expect(table).toContain(words);
    const row = map().row('10.0.10.20');
    expect([await row.getAttribute('aria-rowindex'), await row.getAttribute('aria-selected')]).toEqual(['22', 'true']);
    await workbench.press('Home');
    await map().row('10.0.10.0').waitFor();
    const first = await frame().getByRole('grid').ariaSnapshot();
    expect(first).toContain(`row "10.0.10.3 ${text('reserved')}"`);
    expect(first).toContain(`row "10.0.10.7 ${text('primary IP')} vip-holder ${text('not attached')}"`);
    await frame().locator('[data-mode="map"]').click();
    await map().waitFor('10.0.10.0');
    await toOverview();
  });

  it('says all of the overview to a screen reader', async () => {
    const said = await frame().locator('body').ariaSnapshot();
    const seen = text('{0} of {1} seen in use', 8, 249);
    for (const words of [
      `heading "${text('Overview of {0}', 'KR')}"`,
      `button "${text('By Address')}" [pressed]`,
      `button "${text('Fullest First')}"`,
      `tree "${text('VPCs and subnets')}"`,
      `treeitem "web-pub 10.0.10.0/24 3% ${seen} ${text('public')}" [level=2]`,
      text('{0} – {1} · {2} in no subnet', '10.0.0.0', '10.0.9.255', '2,560'),
      text('seen in use'),
      text('reserved'),
      text('not seen in use'),
    ])
      expect(said).toContain(words);
  });
});
