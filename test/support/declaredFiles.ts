import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { createTemporaryFolder, removeTemporaryFolder } from '../host/temporaryFolder.mjs';
import { ListDocument } from './listDocument';
import type { Stage } from './stage';

/** Files of secondary IPs on the disk, opened as a person opens them. */
export interface DeclaredFiles {
  readonly folder: string;
  /** Writes a file into the folder and opens it by keys. */
  readonly open: (name: string, text: string) => Promise<ListDocument>;
  /** Puts the cursor into a word of the file in front, by keys: the first place where it stands. */
  readonly goTo: (text: string, word: string) => Promise<void>;
}

/** A folder of its own for the test file, gone with it. */
export function useDeclaredFiles(stage: Stage): DeclaredFiles {
  const folder = createTemporaryFolder('declared');
  afterAll(() => removeTemporaryFolder(folder));
  return {
    folder,
    async open(name, text) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, text);
      const { keyboard, quickInput, page } = stage.workbench;
      await keyboard.command('File: Open File...');
      // The dialog begins with a folder of its own, also over what is typed by then, and looks a folder up before it takes a name.
      const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: name });
      const tab = page.locator('.tab.active', { hasText: name });
      const take = async (): Promise<number> => {
        if (await quickInput.widget.isVisible()) {
          const isReady = (await quickInput.value()) === file && (await row.count()) > 0;
          await (isReady ? keyboard.press('Enter') : quickInput.type(file));
        } else if (await page.locator('.monaco-dialog-box').isVisible()) {
          // Whether a file outside the folder may be opened.
          await keyboard.press('Enter');
        }
        return tab.count();
      };
      await expect.poll(take, { interval: 500 }).toBe(1);
      return new ListDocument(stage.workbench);
    },
    async goTo(text, word) {
      const { keyboard, page } = stage.workbench;
      const lines = text.slice(0, text.indexOf(word)).split('\n');
      const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 2];
      await keyboard.press('Control+g');
      await keyboard.type(`:${line}:${column}`);
      await keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    },
  };
}
