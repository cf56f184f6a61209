import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Workbench } from './workbench';

/** The list of addresses that is open in the editor. */
export class ListDocument {
  constructor(private readonly workbench: Workbench) {}

  /** Waits until a list is there and has the focus: by its template, in the language of the window. */
  async waitUntilOpen(template = 'Addresses to assign'): Promise<void> {
    await this.workbench.page.locator('.editor-instance:has(:focus)', { hasText: template }).waitFor();
  }

  /** Types lines where the cursor is, each ended with Enter. */
  async type(...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await this.workbench.page.keyboard.type(line);
      // Away with what was offered meanwhile.
      await this.workbench.press('Escape', 'Enter');
    }
  }

  /** What stands over the first line: what can be done. */
  async lenses(): Promise<string> {
    const texts = await this.editor().locator('.codelens-decoration').allInnerTexts();
    return texts.join(' | ').replaceAll(/\s+/g, ' ');
  }

  /** Waits until a lens says so. */
  async waitForLens(text: string): Promise<void> {
    await this.editor().locator('.codelens-decoration', { hasText: text }).first().waitFor();
  }

  /** Clicks a lens. */
  async clickLens(text: string): Promise<void> {
    await this.editor().locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** The text that can be seen. */
  async text(): Promise<string> {
    const lines = await this.editor().locator('.view-lines').innerText();
    return lines.replaceAll('\u00a0', ' ');
  }

  /** The message at the next mark, which the cursor goes to. */
  async nextMark(): Promise<string> {
    await this.workbench.press('F8');
    return this.workbench.page.locator('.marker-widget .message').innerText();
  }

  /** Takes an offered repair at the cursor, by keys. */
  async fix(title: string): Promise<void> {
    const row = this.workbench.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    const isOffered = async (): Promise<boolean> => {
      await this.workbench.press('ControlOrMeta+.');
      return row.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    };
    // While the file is still being looked through VS Code says that there is nothing.
    await expect.poll(isOffered).toBe(true);
    await this.workbench.keyboard.pressUntil(
      'ArrowDown',
      this.workbench.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title }),
    );
    await this.workbench.press('Enter');
    await row.waitFor({ state: 'hidden' });
  }

  private editor(): Locator {
    return this.workbench.page.locator('.editor-instance');
  }
}

/** What is pressed and read on the way, in the language of the window. */
const english = {
  command: 'NAVER Cloud IP: Assign from List…',
  clipboard: 'From the clipboard',
  assign: 'Good Line',
};

/** Opens a list with the lines of the clipboard. */
export async function openFromClipboard(workbench: Workbench, lines: string, words = english): Promise<ListDocument> {
  await workbench.writeClipboard(lines);
  await workbench.runCommand(words.command);
  await workbench.quickInput.pick(words.clipboard);
  return new ListDocument(workbench);
}

/** Assign from List with lines of the clipboard, up to where the plan is shown. */
export async function assignFromClipboard(workbench: Workbench, lines: string, words = english): Promise<void> {
  const list = await openFromClipboard(workbench, lines, words);
  await list.waitForLens(words.assign);
  await list.clickLens(words.assign);
}
