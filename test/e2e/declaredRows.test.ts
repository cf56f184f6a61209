import { describe, expect, it } from 'vitest';
import { useDeclaredFiles } from '../support/declaredFiles';
import { useStage } from '../support/stage';

const text = 'version: 1\nregion: KR\ninterfaces:\n  web-01/eth0: [10.0.10.20]\n  web-02: [10.0.10.21]\n';

describe('a file of addresses and the tree beside it', () => {
  const stage = useStage({ ownWindow: true });
  const files = useDeclaredFiles(stage);
  const selectedRow = () => stage.workbench.page.locator('.sidebar .monaco-list-row.selected');
  const selectionText = () => stage.workbench.page.locator('[id="status.editor.selection"]');

  it('plans by a quick fix what another interface holds, and sends nothing before the yes', async () => {
    const { keyboard, notifications, page } = stage.workbench;
    await keyboard.countMouse();
    const file = await files.open('take.ncloud-ip.yaml', text);
    await file.waitForLens('held by web-02/eth0');
    await files.goTo(text, '10.0.10.20');
    await file.fix('Take it from web-02/eth0…');
    const question = await notifications.dialogText();
    expect(question).toContain('10.0.10.20');
    expect(question).toContain('web-02/eth0');
    expect(await stage.writes()).toEqual([]);
    await stage.workbench.screenshot('declared-take');
    await keyboard.press('Escape');
    await notifications.waitUntilAnswered();
    expect(await stage.writes()).toEqual([]);

    await page.locator('.tab', { hasText: 'Plan' }).waitFor({ state: 'hidden' });
    await files.goTo(text, '10.0.10.20');
    await file.fix('Take it from web-02/eth0…');
    await notifications.dialogText();
    await keyboard.press('Enter');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.20.');
    expect(await stage.secondaryIps('701236')).toContain('10.0.10.20');
    expect(await stage.secondaryIps('701237')).not.toContain('10.0.10.20');
    await file.waitForLens('Everything is in place');
    expect(await stage.writes()).toHaveLength(1);
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('leads from an address and from a name to its row by F12, and by Reveal in File back to the word', async () => {
    const { keyboard, menus } = stage.workbench;
    const file = await files.open('to-and-fro.ncloud-ip.yaml', text);
    await file.waitForLens('1 of 1 in place');
    await files.goTo(text, '10.0.10.21');
    await keyboard.press('F12');
    await selectedRow()
      .filter({ hasText: /^\s*10\.0\.10\.21/ })
      .waitFor();
    await files.goTo(text, 'web-01/eth0');
    await keyboard.press('F12');
    await selectedRow()
      .filter({ hasText: /^\s*web-01\/eth0|^\s*eth0/ })
      .waitFor();

    await menus.choose(stage.workbench.tree.row(/^10\.0\.10\.21/), 'Reveal in File');
    await selectionText().filter({ hasText: '10 selected' }).filter({ hasText: 'Ln 5' }).waitFor();
    await menus.choose(selectedRow().first(), 'Reveal in File');
    await selectionText().filter({ hasText: '11 selected' }).filter({ hasText: 'Ln 4' }).waitFor();
  });

  it('opens the details of who holds an address by Ctrl and a click', async () => {
    const { page } = stage.workbench;
    const file = await files.open('click.ncloud-ip.yaml', text);
    await file.waitForLens('held by web-02/eth0');
    const word = page.locator('.view-line span', { hasText: '10.0.10.20' }).last();
    await word.click({ modifiers: ['ControlOrMeta'] });
    await page.locator('.tab.active', { hasText: 'web-02' }).waitFor();
    await page.locator('.editor-instance .view-lines', { hasText: '701237' }).waitFor();
  });
});
