import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { assignFromClipboard } from '../support/listDocument';
import { visibleTexts } from '../support/visibleText.mjs';
import { openWorkbench, type Workbench } from '../support/workbench';
import { readWords } from '../support/words';

const themes = [
  ['Dark Modern', 'vs-dark', 'dark'],
  ['Light 2026', 'vs', 'light'],
  ['Dark High Contrast', 'hc-black', 'high-contrast'],
  ['Light High Contrast', 'hc-light', 'high-contrast-light'],
] as const;

const settings = {
  'ncloudIp.confirm': 'risky',
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.fontSize': 12,
  // The document begins below the wizard, so that a picture shows both.
  'editor.padding.top': 130,
};

describe.each(['en', 'ko', 'ja'] as const)('everything at one look, language %s', (language) => {
  const { text, label } = readWords(language);
  const web01 = 'web-01/eth0';
  let workbench: Workbench;
  let sandbox: { readonly line: string; stop(): Promise<void> };

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '0']);
    workbench = await openWorkbench({ sandbox, settings, ...(language !== 'en' && { locale: language }) });
    await workbench.openView('NAVER Cloud IP');
    await workbench.tree.collapse('개발-vpc');
    await changeAndUndo();
  });
  afterAll(() => sandbox.stop());

  /** The history gets a change that was taken back, the one that took it back, and one that stays. */
  async function changeAndUndo(): Promise<void> {
    const { notifications, page, tree } = workbench;
    await assign('10.0.10.101');
    await notifications.press(text('{0} now has {1}.', web01, '10.0.10.101'), text('Undo'));
    await notifications.pressInDialog(text('Undo'));
    await notifications.waitFor(text('{0} no longer has {1}.', web01, '10.0.10.101'));
    await assign('10.0.10.11');
    await notifications.clear();
    await page.locator(`.pane-header[aria-label^="${label('view.history')}"]`).click();
    await tree.waitFor(text('Assign {0} → {1}', '10.0.10.11', 'web-01/eth0'));
  }

  async function assign(address: string): Promise<void> {
    const { notifications } = workbench;
    await assignFromClipboard(workbench, `701236,${address}`, {
      command: `NAVER Cloud IP: ${label('command.assignFromList')}`,
      clipboard: text('From the clipboard'),
      assign: text('Assign the 1 Good Line'),
    });
    await notifications.waitFor(text('{0} now has {1}.', web01, address));
    await workbench.runCommand('View: Revert and Close Editor');
  }

  it('a narrow side bar cuts off what matters least', async () => {
    const { page, tree } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01/);
    const rows = page.locator('.sidebar .monaco-list-row[role="treeitem"]');
    const visible = (await rows.evaluateAll(visibleTexts)).join('\n');
    expect(visible).toMatch(/^web-pub +10\.0\.10\.0\/24 · 8\/249/m);
    expect(visible).toMatch(/^web-01\/eth0 +10\.0\.10\.14 · 1\/5/m);
    expect(visible).toContain(text('Assign {0} → {1}', '10.0.10.11', 'web-01'));
    expect(visible).toMatch(new RegExp(`${text('undone')} · .*10\\.0\\.10\\.101`));
    if (language === 'ko') await workbench.screenshot('ko-narrow');
  });

  it.each([300, 620])('what is full says so with a mark and a word, in a side bar of %i pixels', async (width) => {
    const { page, tree } = workbench;
    await workbench.resizeSideBar(width);
    await tree.collapse('web-pub');
    await tree.expand('batch-priv');
    await tree.waitFor(/^db-01\/eth2/);
    const rows = page.locator('.sidebar .monaco-list-row[role="treeitem"]');
    const visible = (await rows.evaluateAll(visibleTexts)).join('\n');
    for (const [label, shown, said] of [
      [/^batch-priv/, text('{0}/{1} full', 9, 9), text('full')],
      [/^db-01\/eth2/, text('{0}/{1} full', 5, 5), text('full')],
    ] as const) {
      expect(visible).toMatch(new RegExp(`${label.source}.*· ${shown.replace('/', '\\/')}`, 'm'));
      const row = (await tree.rows()).find((one) => label.test(one.text));
      expect(row?.accessibleName).toContain(said);
    }
    await workbench.screenshot(`full-${language}-${width}`);
    // The hover of a subnet holds what the row cuts off.
    await tree
      .row(/^batch-priv/)
      .locator('.monaco-icon-label')
      .hover();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'prod-vpc' });
    await hover.waitFor();
    expect((await hover.innerText()).replaceAll(/\s+/g, ' ')).toContain('10.0.60.6 – 10.0.60.14 (9)');
    await page.mouse.move(900, 600);
    await hover.waitFor({ state: 'hidden' });
    await tree.collapse('batch-priv');
    await tree.expand('web-pub');
  });

  it.each(themes)('nothing is told by colour or icon alone: %s', async (theme, kind, picture) => {
    const { page, tree, menus, quickInput, documents } = workbench;
    await workbench.resizeSideBar(460);
    // A theme in the settings file is not taken at start by this host; the picker's is.
    await workbench.runCommand('Preferences: Color Theme');
    await quickInput.type(theme);
    await quickInput.accept();
    await page.locator(`.monaco-workbench.${kind}`).waitFor();

    await tree.expand('app-priv');
    await tree.expand('web-pub');
    await tree.expand(/^web-01/);
    await menus.choose(tree.row(/^vip-holder/), label('command.showDetails'));
    // A document takes the focus when it opens, and with it away goes a menu that is open by then.
    await documents.waitForFocus();
    await documents.waitFor(
      'vip-holder',
      `${text('Status')}: ${text('not attached')}`,
      `${text('Secondary IPs')}: 2/5 10.0.10.30, 10.0.10.31`,
    );

    await menus.choose(tree.row(/^web-01/), label('command.assignSecondaryIps'));
    await quickInput.pick(text('Pick addresses'));
    await expect
      .poll(() => quickInput.placeholder())
      .toBe(text('Select addresses, or type them: 10.0.10.11, 10.0.10.20-23'));
    await quickInput.type('10.0.10.3, 10.0.10.20, 10.0.10.102');
    await quickInput.waitForTitle(text('{0} is reserved. Use {1} to {2}.', '10.0.10.3', '10.0.10.6', '10.0.10.254'));
    await expect.poll(async () => (await quickInput.checked()).sort()).toEqual(['10.0.10.102', '10.0.10.20']);
    const asked = (await quickInput.items()).join('\n');
    expect(asked).toContain(text('held by {0} (would be taken over)', 'web-02/eth0'));
    expect(asked).toContain(text('not seen in use'));

    const rows = (await tree.rows()).map((row) => row.text.replaceAll(/\s+/g, ' ')).join('\n');
    expect(rows).toContain(`· 0/5 · ${text('being configured')}`);
    expect(rows).toContain(`· 2/5 · ${text('not attached')}`);
    expect(rows).toMatch(new RegExp(`^10\\.0\\.10\\.14 ?${text('primary')}`, 'm'));
    expect(rows).toMatch(new RegExp(`^10\\.0\\.10\\.11 ?(?:${text('new')} · )?${text('secondary')}`, 'm'));
    expect(rows).toMatch(new RegExp(`${text('undone')} · `));
    await page.locator('.statusbar-item', { hasText: `${text('Sandbox')} · KR` }).waitFor();
    await workbench.screenshot(`look-${language}-${picture}`);
    await quickInput.cancel();
    await workbench.runCommand('View: Close All Editors');
  });
});
