import type { Locator, Page } from 'playwright-core';
import { restMouse } from './restMouse';

/** Context menus. */
export class Menus {
  constructor(private readonly page: Page) {}

  /** Right-clicks the element and chooses an item. */
  async choose(target: Locator, item: string): Promise<void> {
    await this.open(target);
    await this.pick(item);
  }

  /** Right-clicks the element. */
  async open(target: Locator): Promise<void> {
    await restMouse(this.page);
    await target.click({ button: 'right' });
    await this.items().first().waitFor();
    // A menu takes no click during its first 100 ms: the right button may still be on its way up.
    await this.page.waitForTimeout(200);
  }

  /** Chooses an item of the open menu with the mouse. */
  async pick(item: string): Promise<void> {
    await this.items().getByText(item, { exact: true }).first().click();
    await this.items().first().waitFor({ state: 'hidden' });
  }

  /** The items of the menu that the right mouse button opens; the menu is closed again. */
  async list(target: Locator): Promise<string[]> {
    await this.open(target);
    const items = this.items();
    const texts = await items.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'hidden' });
    return texts.map((text) => text.trim());
  }

  /** Chooses an item of the open menu with the arrow keys. */
  async pressItem(item: string): Promise<void> {
    await this.items().first().waitFor();
    const focused = this.page.locator('.monaco-menu .action-item.focused', { hasText: item });
    for (let left = 30; left > 0 && (await focused.count()) === 0; left--) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.items().first().waitFor({ state: 'hidden' });
  }

  private items(): Locator {
    return this.page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
  }
}
