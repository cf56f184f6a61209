import type { Page } from 'playwright-core';

/** What a chat at the side of the window offers to the assistant in it. */
export class Chat {
  constructor(private readonly page: Page) {}

  /** The tools that can be named after `#`, as they stand in the list of proposals, which stays open. */
  async offeredTools(): Promise<string[]> {
    const input = this.page.locator('.interactive-session .chat-input-container .monaco-editor').first();
    await input.click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    // Something is always offered, so that an empty list is seen to be one.
    await this.page.keyboard.type('#');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor({ timeout: 5_000 });
    await this.page.keyboard.type('ncloudIp');
    await this.page.waitForTimeout(1_000);
    const labels = await rows.locator('.label-name').allInnerTexts();
    return labels.filter((label) => label.startsWith('#ncloudIp'));
  }
}
