import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { countMouse, readMouseCount, untilDrawn } from './pageScripts.mjs';
import type { QuickInput } from './quickInput';
import type { TreeRows } from './treeRows';

/** Keys pressed until something is reached; more than any list or ring of buttons in the tests has. */
const patience = 60;

/** The window without a mouse: whatever is reached here is reached by keys. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
    private readonly tree: TreeRows,
  ) {}

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Replaces what is typed in the open question. */
  async type(text: string): Promise<void> {
    await this.quickInput.widget.locator('.quick-input-box input:focus').waitFor();
    await this.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Answers the question that shows `message`, under its box or in it. */
  async answer(message: string, text: string): Promise<void> {
    await this.quickInput.waitForMessage(message);
    await this.type(text);
    await this.press('Enter');
  }

  /** Runs a command by its palette title. What ran before may still take the focus away while it is typed: then again. */
  async command(title: string): Promise<void> {
    const { widget } = this.quickInput;
    const first = widget.locator(`.quick-input-list .monaco-list-row[data-index="0"][aria-label*="${title}"]`);
    await expect
      .poll(async () => {
        await this.press('F1');
        await widget.locator('.quick-input-box input:focus').waitFor();
        // At once: the palette looks through all commands for each letter.
        await this.page.keyboard.insertText(title);
        return first.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      })
      .toBe(true);
    await this.press('Enter');
  }

  /** Goes down the list of the open question to the row that contains the label, and takes it. */
  async pick(label: string): Promise<void> {
    await this.goTo(label);
    await this.press('Enter');
  }

  /** Ticks (or unticks) rows of the open question. */
  async tick(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      await this.goTo(label);
      await this.press('Space');
    }
  }

  /** Back, in a wizard: the key of VS Code for its only button. */
  async back(): Promise<void> {
    await this.press('Control+Alt+Minus');
  }

  /** Presses Tab until the element has the focus. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.pressUntil(key, target.and(this.page.locator(':focus')));
  }

  /** Presses a key until what is looked for is there, and looks at what each press did as a person would. */
  async pressUntil(key: string, found: Locator): Promise<void> {
    for (let left = patience; left > 0 && (await found.count()) === 0; left--) {
      await this.press(key);
      await this.page.evaluate(untilDrawn);
    }
    await found.first().waitFor();
  }

  /** Opens a row. A key pressed while the tree redraws is lost, so it is pressed until the row is open. */
  async expand(label: string): Promise<void> {
    const isOpen = async (): Promise<boolean> =>
      (await this.tree.rows()).some(({ text, isExpanded }) => text.startsWith(label) && isExpanded === true);
    await expect
      .poll(
        async () => {
          if (!(await isOpen())) {
            await this.tree.focusRow(new RegExp(`^${label}`));
            await this.press('ArrowRight');
          }
          return isOpen();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true);
  }

  /** A button of the toast that shows the text. */
  async toastButton(text: string | RegExp, button: string): Promise<void> {
    const toast = this.page.locator('.notification-toast', { hasText: text }).first();
    await toast.waitFor();
    await this.command('Notifications: Focus Notification Toast');
    await this.pressUntil('ArrowDown', toast.locator('.monaco-list-row.focused'));
    await this.tabTo(toast.locator('.monaco-button', { hasText: button }));
    await this.press('Enter');
  }

  /** From now on everything that comes from a mouse is counted. */
  async countMouse(): Promise<void> {
    await this.page.evaluate(countMouse);
  }

  /** What came from a mouse since then. */
  mouseCount(): Promise<number> {
    return this.page.evaluate(readMouseCount);
  }

  private async goTo(label: string): Promise<void> {
    // By what is read aloud: a row keeps hidden words of the one it was before.
    const row = this.quickInput.widget.locator(`.quick-input-list .monaco-list-row[aria-label*="${label}"]`);
    await row.first().waitFor();
    await this.pressUntil('ArrowDown', row.and(this.page.locator('.focused')));
  }
}
