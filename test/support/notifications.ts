import type { Locator, Page } from 'playwright-core';

/** Toasts at the lower right and modal dialogs in the middle. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** The texts of the toasts, newest first. */
  async texts(): Promise<string[]> {
    return this.toasts().locator('.notification-list-item-message').allInnerTexts();
  }

  /** Waits for a toast with the text and gives its whole text. */
  async waitFor(text: string | RegExp, timeout = 30_000): Promise<string> {
    const toast = this.toasts().filter({ hasText: text }).first();
    await toast.waitFor({ timeout });
    return toast.locator('.notification-list-item-message').innerText();
  }

  /** Presses a button of the toast that shows the text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = this.toasts().filter({ hasText: text }).first();
    await toast.waitFor();
    await toast.hover();
    await toast.locator('.monaco-button', { hasText: button }).first().click();
  }

  /** Closes every toast. */
  async clear(): Promise<void> {
    for (let toast = this.toasts().first(); (await toast.count()) > 0; toast = this.toasts().first()) {
      const close = toast.locator('.codicon-notifications-clear');
      // One that goes by itself meanwhile cannot be clicked; the next round sees what is left.
      await toast.hover({ timeout: 5_000 }).catch(() => undefined);
      await close.click({ timeout: 5_000 }).catch(() => undefined);
      await this.page.waitForTimeout(100);
    }
  }

  /** Waits for a modal dialog and gives its text (message and detail). */
  async dialogText(): Promise<string> {
    await this.dialog().waitFor();
    return this.dialog().locator('.dialog-message-container').innerText();
  }

  /** Presses a button of the modal dialog, and waits until that one is gone: the next may be there before anybody looks. */
  async pressInDialog(button: string): Promise<void> {
    const answered = await this.dialog().elementHandle({ timeout: 30_000 });
    await this.dialog().locator('.dialog-buttons .monaco-button', { hasText: button }).first().click();
    await answered.waitForElementState('hidden');
  }

  /** Waits until no modal dialog is there. */
  async waitUntilAnswered(): Promise<void> {
    await this.dialog().waitFor({ state: 'hidden' });
  }

  private dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  private toasts(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast');
  }
}
