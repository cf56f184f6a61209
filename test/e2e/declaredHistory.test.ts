import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/change/journalEntry';
import { useDeclaredFiles } from '../support/declaredFiles';
import { useStage } from '../support/stage';

const text = 'version: 1\nregion: KR\ninterfaces:\n  web-01/eth0: [10.0.10.71]\n';

describe('a file of addresses and the history', () => {
  // VS Code's own Git extension opens the repository of a file that is open, where no folder is.
  const stage = useStage({
    settings: { 'git.openRepositoryInParentFolders': 'always', 'git.autoRepositoryDetection': 'openEditors' },
    bundled: ['git', 'git-base'],
    ownWindow: true,
  });
  const files = useDeclaredFiles(stage);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: files.folder,
      encoding: 'utf8',
    }).trim();
  const lastEntry = (): JournalEntry | undefined => {
    const folder = path.join(stage.workbench.storageFolder(), 'journal');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
    const last = names.sort().at(-1);
    return last === undefined
      ? undefined
      : (JSON.parse(fs.readFileSync(path.join(folder, last), 'utf8')) as JournalEntry);
  };

  /** The box for a commit names the branch. */
  async function untilRepositoryIsOpen(): Promise<void> {
    const { page } = stage.workbench;
    await stage.workbench.openView('Source Control');
    await page.locator('.sidebar .scm-view', { hasText: 'addresses' }).waitFor();
    await stage.workbench.openView('NAVER Cloud IP');
  }

  it('keeps the commit of the file with the change, and says at the address since when it is there', async () => {
    const { keyboard, notifications, page, tree, documents } = stage.workbench;
    git('init', '-q', '-b', 'addresses');
    fs.writeFileSync(path.join(files.folder, 'web.ncloud-ip.yaml'), text);
    git('add', '.');
    git('commit', '-qm', 'Declare');
    const commit = git('rev-parse', 'HEAD');
    const file = await files.open('web.ncloud-ip.yaml', text);
    expect(await notifications.dialogText()).toContain('You are opening a repository');
    await keyboard.press('Enter');
    await notifications.waitUntilAnswered();
    // VS Code asks for lenses only while the editor has the focus.
    await file.waitForLens('0 of 1 in place · 1 missing');
    await untilRepositoryIsOpen();
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.71');
    await expect.poll(lastEntry).toMatchObject({ origin: { kind: 'file', commit } });

    await files.goTo(text, '10.0.10.71');
    await keyboard.command('Show or Focus Hover');
    const hover = page.locator('.monaco-hover', { hasText: 'by the history' });
    await hover.waitFor();
    const told = await hover.innerText();
    expect(told).toContain('held by web-01/eth0');
    expect(told).toMatch(/since .*\d\d:\d\d.*, by the history/);
    expect(told).toContain('Subnet: web-pub');
    expect(told).toMatch(/ACG /);
    await stage.workbench.screenshot('declared-hover');
    await keyboard.press('Escape');

    await page.locator('.sidebar .pane-header[aria-label^="History"]').click();
    await tree.select(/^Assign 10\.0\.10\.71 → web-01/);
    await documents.waitFor('the file', 'web.ncloud-ip.yaml', `commit ${commit}`);
  });

  it('names no commit once the file says something else than that', async () => {
    const { keyboard, notifications } = stage.workbench;
    const other = text.replace('.71', '.72');
    const file = await files.open('web.ncloud-ip.yaml', other);
    await file.waitForLens('0 of 1 in place · 1 missing');
    await untilRepositoryIsOpen();
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.72');
    const origin = lastEntry()?.origin;
    expect(origin).toMatchObject({ kind: 'file' });
    expect(origin).not.toHaveProperty('commit');
  });
});
