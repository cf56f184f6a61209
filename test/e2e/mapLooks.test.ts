import axe from 'axe-core';
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

describe.each(['en', 'ko', 'ja'] as const)('the look of the map, language %s', (language) => {
  const { text, label } = readWords(language);
  let workbench: Workbench;
  let sandbox: { readonly line: string; stop(): Promise<void> };
  const map = (): SubnetMap => subnetMap(workbench.page);

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '0']);
    workbench = await openWorkbench({ sandbox, ...(language !== 'en' && { locale: language }) });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(420);
    await workbench.menus.choose(workbench.tree.row(/^web-pub/), label('command.openSubnetMap'));
    await map().waitFor('10.0.10.20');
  }, 60_000);
  afterAll(() => sandbox.stop());

  /** What axe finds on the page. */
  const findings = (): Promise<string[]> => map().frame.locator('html').evaluate(runAxe, axe.source);

  it.each(themes)('is for everybody: %s', async (theme, kind, picture) => {
    const { page, quickInput } = workbench;
    await workbench.runCommand('Preferences: Color Theme');
    await quickInput.type(theme);
    await quickInput.accept();
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    await map().select('10.0.10.31', '10.0.10.99', '10.0.10.100');
    expect(await map().label('10.0.10.20')).toContain(text('secondary IP of {0}', 'web-02/eth0'));
    expect(await findings()).toEqual([]);
    await workbench.screenshot(`map-${language}-${picture}`);
    await map().frame.locator('[data-mode="table"]').click();
    await map().row('10.0.10.100').waitFor();
    expect(await findings()).toEqual([]);
    if (language === 'en') await workbench.screenshot(`map-table-${picture}`);
    await map().frame.locator('[data-mode="map"]').click();
    await map().waitFor('10.0.10.20');
  });

  it('can be read in forced colours', async () => {
    await workbench.page.emulateMedia({ forcedColors: 'active' });
    if (language === 'en') await workbench.screenshot('map-forced');
    expect(await findings()).toEqual([]);
    await workbench.page.emulateMedia({ forcedColors: 'none' });
  });
});
