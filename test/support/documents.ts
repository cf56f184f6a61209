import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isPageWithinFocused, readTabNames } from './pageScripts.mjs';

/** The document that stands open in front: as it is drawn, which is a page within a page, or its source. */
export class Documents {
  constructor(private readonly page: Page) {}

  /** The drawn document. */
  drawn(): Locator {
    const shown = this.page.locator('iframe.webview').filter({ visible: true }).first();
    return shown.contentFrame().locator('iframe#active-frame').contentFrame().locator('.markdown-body');
  }

  /** The source, line by line. */
  source(): Locator {
    return this.page.locator('.editor-instance .view-lines');
  }

  /** Waits until the drawn document shows each of the texts, and gives all it shows, with one blank for any number of them. */
  async waitFor(...texts: readonly string[]): Promise<string> {
    const body = this.drawn();
    const read = async (): Promise<string> => {
      await body.waitFor();
      return (await body.innerText()).replaceAll(/\s+/g, ' ');
    };
    for (const text of texts) await expect.poll(read, { timeout: 20_000 }).toContain(text);
    return read();
  }

  /** Waits until keys go to the drawn document. */
  async waitForFocus(): Promise<void> {
    await expect.poll(() => this.page.evaluate(isPageWithinFocused)).toBe(true);
  }

  /** Follows a link of the drawn document. */
  async follow(label: string): Promise<void> {
    await this.drawn().locator('a', { hasText: label }).first().click();
  }

  /** The names of the tabs that stand open, as they are read. */
  async tabs(): Promise<(string | null)[]> {
    // All at once: one by one, a tab that closes meanwhile is waited for.
    return this.page.locator('.editor-group-container .tabs-container .tab').evaluateAll(readTabNames);
  }

  /** Presses a button in the title bar of the editor. */
  async press(label: string): Promise<void> {
    await this.page.locator(`.editor-group-container .editor-actions .action-label[aria-label^="${label}"]`).click();
  }

  /** Presses a code lens of the source; of several with the same words the one with this number, from 0. */
  async lens(label: string, which = 0): Promise<void> {
    await this.page.locator('.editor-instance .codelens-decoration a', { hasText: label }).nth(which).click();
  }
}
