import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('Find Address', () => {
  const stage = useStage({ sandbox: { delay: 0 } });
  const find = async (text: string): Promise<void> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await stage.workbench.quickInput.type(text);
  };
  const items = (): Promise<string[]> => stage.workbench.quickInput.items();

  it('finds by public IP, by the name of an ACG, and by several words', async () => {
    const { quickInput, tree } = stage.workbench;
    await find('203.0.113.24');
    await expect.poll(items).toContainEqual(expect.stringMatching(/web-01.*matched by public IP/));
    await quickInput.type('default-acg');
    await expect.poll(items).toContainEqual(expect.stringContaining('matched by ACG'));
    await quickInput.type('web-pub prod');
    await expect.poll(async () => (await items())[0]).toContain('web-pub');
    await quickInput.type('db-01 eth1');
    await expect.poll(items).toEqual([expect.stringContaining('db-01')]);
    await stage.workbench.screenshot('find-words');
    await stage.workbench.press('Enter');
    await expect
      .poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text)
      .toMatch(/^db-01\/eth1/);
  });

  it('says of several pasted addresses who holds each, and copies that as a table by the keyboard', async () => {
    const { quickInput } = stage.workbench;
    await find('10.0.10.14, 10.0.20.100, 10.0.20.200, 192.0.2.1');
    await expect.poll(items).toContainEqual(expect.stringMatching(/10\.0\.20\.100, secondary.*db-01/));
    const shown = await items();
    expect(shown).toContainEqual(expect.stringContaining('10.0.20.200, not seen in use'));
    expect(shown).toContainEqual(expect.stringContaining('192.0.2.1, not in any subnet shown'));
    await stage.workbench.screenshot('find-several');
    await stage.workbench.press('Enter');
    await quickInput.waitUntilClosed();
    await expect.poll(() => stage.workbench.readClipboard()).toMatch(/\| 10\.0\.20\.100 \| secondary \| db-01 \|/);
  });
});
