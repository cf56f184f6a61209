import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useDeclaredFiles } from '../support/declaredFiles';
import type { ListDocument } from '../support/listDocument';
import { useStage } from '../support/stage';

const text = 'version: 1\nregion: KR\ninterfaces:\n  web-01/eth0: [10.0.10.75]\n';
const other = text.replace('.75', '.76');

describe('a file that is changed while its plan or its review stands open', () => {
  // In a browser VS Code saves by itself. What a plan says of its file stays true when the page is slow.
  const stage = useStage({ settings: { 'files.autoSave': 'off' }, latePages: true, ownWindow: true });
  const files = useDeclaredFiles(stage);
  /** Another program writes the file. */
  const writeElsewhere = (name: string, changed: string): void =>
    fs.writeFileSync(path.join(files.folder, name), changed);
  /** Types another last figure of the address, and saves nothing. */
  const typeOver = async (file: ListDocument, name: string, figure: string): Promise<void> => {
    const { keyboard, page } = stage.workbench;
    if ((await page.locator('.tab.active', { hasText: name }).count()) === 0) {
      await keyboard.command('View: Open Previous Editor');
      await page.locator('.tab.active', { hasText: name }).waitFor();
    }
    await files.goTo(text, '5]');
    await keyboard.press('Backspace');
    await page.keyboard.type(figure);
    await expect.poll(() => file.text()).toContain(`10.0.10.7${figure}]`);
  };

  it('has a plan that names it with its time, says when it is of before, and is planned anew from there', async () => {
    const { documents, keyboard, notifications, quickInput } = stage.workbench;
    const name = 'plan.ncloud-ip.yaml';
    const file = await files.open(name, text);
    await file.clickLens('Plan: 1 change');
    const shown = await documents.waitFor('10.0.10.75', 'Plan digest');
    expect(shown).toMatch(/Sandbox · KR · 1 API call/);
    expect(shown).toMatch(/plan\.ncloud-ip\.yaml · as of .*\d\d:\d\d:\d\d/);
    expect(shown).not.toMatch(/Outdated|unsaved/);
    // The plan stands beside the file, not in its place.
    expect((await documents.tabs()).some((tab) => tab?.includes(name))).toBe(true);

    // The network, changed by somebody else.
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.77' } });
    await keyboard.command('NAVER Cloud IP: Refresh');
    await documents.waitFor('Outdated: the network has changed since this plan was made.');
    await documents.press('Plan File');
    await expect.poll(() => documents.waitFor('10.0.10.77'), { timeout: 20_000 }).not.toContain('Outdated');

    // The button over the plan plans anew: what the file says by now is what is reviewed.
    await typeOver(file, name, '6');
    await keyboard.command('View: Open Next Editor');
    await documents.waitFor(`Outdated: ${name} has changed since this plan was made. Plan it again.`);
    await stage.workbench.screenshot('declared-outdated');
    expect(await stage.writes()).toEqual([]);
    await documents.press('Plan and Apply');
    await quickInput.waitForTitle(`${name} (unsaved)`);
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.76');
    expect([...(await stage.secondaryIps('701236'))].sort()).toEqual(['10.0.10.76', '10.0.10.77']);
    await documents.waitFor('Outdated: ');
  });

  it('is not planned while it stands in the editor otherwise than on the disk: it is shown as it is there', async () => {
    const { documents, keyboard, notifications, page, quickInput } = stage.workbench;
    const name = 'behind.ncloud-ip.yaml';
    const file = await files.open(name, text);
    await file.clickLens('Plan: 1 change');
    await documents.waitFor('10.0.10.75');
    writeElsewhere(name, other);
    await documents.press('Plan and Apply');
    await notifications.waitFor(`Another program has changed ${name}.`);
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await expect.poll(() => file.text(), { timeout: 20_000 }).toContain('10.0.10.76');
    await file.waitForLens('Plan: 1 change');
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await quickInput.waitForTitle(name);
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.76');
  });

  it('is applied as it was reviewed, and the history has the digest of that', async () => {
    const { documents, keyboard, notifications, quickInput, tree } = stage.workbench;
    const name = 'review.ncloud-ip.yaml';
    const file = await files.open(name, text);
    await file.waitForLens('Plan: 1 change');
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await quickInput.waitForTitle(name);
    writeElsewhere(name, other);
    await expect.poll(() => file.text(), { timeout: 20_000 }).toContain('10.0.10.76');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.75');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.75']);
    await file.waitForLens('0 of 1 in place · 1 missing');
    await keyboard.command('Focus on History View');
    await tree.select(/^Assign 10\.0\.10\.75 → web-01/);
    await documents.waitFor('the file', name);
    const [entry] = fs
      .readdirSync(path.join(stage.workbench.storageFolder(), 'journal'))
      .filter((one) => one.endsWith('.json'))
      .sort()
      .slice(-1);
    const kept = fs.readFileSync(path.join(stage.workbench.storageFolder(), 'journal', entry!), 'utf8');
    expect(kept).toContain(createHash('sha256').update(text).digest('hex'));
  });

  it('is said to be unsaved in its plan, its review and the history, until it is saved', async () => {
    const { documents, keyboard, notifications, quickInput, tree } = stage.workbench;
    const name = 'unsaved.ncloud-ip.yaml';
    const file = await files.open(name, text);
    await file.waitForLens('Plan: 1 change');
    await typeOver(file, name, '8');
    await keyboard.command('NAVER Cloud IP: Plan File');
    await documents.waitFor('10.0.10.78', `${name} (unsaved) · as of`);
    await keyboard.command('File: Save All Files');
    await expect.poll(() => documents.waitFor(name), { timeout: 20_000 }).not.toMatch(/\(unsaved\)|Outdated/);

    await typeOver(file, name, '9');
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await quickInput.waitForTitle(`${name} (unsaved)`);
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.79');
    await keyboard.command('Focus on History View');
    await tree.select(/^Assign 10\.0\.10\.79 → web-01/);
    await documents.waitFor('the file', `${name} (unsaved)`);
  });

  it('leaves its plan behind when it is closed, which says so and still leads to its review', async () => {
    const { documents, keyboard, notifications, page } = stage.workbench;
    const name = 'closed.ncloud-ip.yaml';
    const file = await files.open(name, text);
    await file.clickLens('Plan: 1 change');
    await documents.waitFor('10.0.10.75');
    const tab = page.locator('.editor-group-container .tab', { hasText: name });
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'hidden' });
    await documents.waitFor(`Outdated: ${name} was closed after this plan was made.`);
    writeElsewhere(name, other);
    await documents.press('Plan and Apply');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.76');
  });

  it('is refused with its first problem and how many more there are', async () => {
    const { keyboard, notifications } = stage.workbench;
    await files.open('stray.ncloud-ip.yaml', `${text.replace(']', ']]')}  nobody: {]}\n`);
    await keyboard.command('NAVER Cloud IP: Plan File');
    const told = await notifications.waitFor('Not valid YAML');
    expect(told).toMatch(/Line \d+: Not valid YAML: .* \(more in the Problems panel: \d+\)/);
    expect(told.match(/Line/g)).toHaveLength(1);
  });
});
