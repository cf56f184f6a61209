import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignFromClipboard } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('exporting the history', () => {
  const stage = useStage({ settings: { 'ncloudIp.confirm': 'risky' } });

  async function assign(address: string): Promise<void> {
    const { notifications } = stage.workbench;
    await assignFromClipboard(stage.workbench, `701236,${address}`);
    await notifications.waitFor(`now has ${address}`);
    await notifications.clear();
  }

  it('proposes a name, so that Enter is enough, and opens the file from the message', async () => {
    const { quickInput, notifications, page } = stage.workbench;
    await assign('10.0.10.71');
    await stage.workbench.runCommand('NAVER Cloud IP: Export History…');
    await expect.poll(() => quickInput.value()).toMatch(/\/ncloud-ip-history-\d{4}-\d\d-\d\d\.csv$/);
    const file = await quickInput.value();
    await quickInput.accept();
    expect(await notifications.waitFor('Exported')).toMatch(/^Exported \d+ changes? to ncloud-ip-history-.*\.csv\.$/);
    expect(fs.readFileSync(file, 'utf8')).toContain('web-01/eth0,10.0.10.71,');
    await notifications.press('Exported', 'Open');
    await page.locator('.editor-instance .view-lines', { hasText: '10.0.10.71' }).waitFor();
    fs.rmSync(file);
  });

  it.each([
    ['hist.csv', /^entry,started,/],
    ['hist.jsonl', /^\{"version":1,/],
  ])('keeps the name %s as it was typed, and writes what its ending says', async (name, content) => {
    const { quickInput, notifications } = stage.workbench;
    await assign('10.0.10.72');
    await stage.workbench.runCommand('NAVER Cloud IP: Export History…');
    await expect.poll(() => quickInput.value()).toMatch(/\.csv$/);
    const file = (await quickInput.value()).replace(/[^/]+$/, name);
    await quickInput.type(file);
    await quickInput.accept();
    await notifications.waitFor(`to ${name}.`);
    expect(fs.readFileSync(file, 'utf8')).toMatch(content);
    expect(fs.existsSync(`${file}.jsonl`)).toBe(false);
    fs.rmSync(file);
  });
});
