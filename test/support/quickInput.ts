import type { Locator, Page } from 'playwright-core';
import { readAccessibleNames, readQuestion } from './pageScripts.mjs';

/** The quick input of the window: command palette, pickers, input boxes, steps of a wizard. */
export class QuickInput {
  readonly widget: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
  }

  /** Waits for the step with this title (a part of it is enough). */
  async waitForTitle(title: string): Promise<void> {
    await this.widget.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  /** The title with its step number, e.g. `Assign Secondary IPs (2/4)`. */
  async title(): Promise<string> {
    return ((await this.widget.locator('.quick-input-title').textContent()) ?? '').trim();
  }

  /** Replaces what is typed in the box. */
  async type(text: string): Promise<void> {
    await this.input().waitFor();
    await this.input().fill(text);
  }

  /** What is typed in the box. */
  value(): Promise<string> {
    return this.input().inputValue();
  }

  /** The grey text of the empty box. */
  placeholder(): Promise<string | null> {
    return this.input().getAttribute('placeholder');
  }

  /**
   * Clicks the row with this label (or, when there is none, the first row that contains the text), and waits a moment until it
   * is gone or the question another one, which takes over its rows: what is typed next is meant for the next question.
   * Throws when the click changed nothing.
   */
  async pick(label: string): Promise<void> {
    if (!(await this.clickAway(label, 15_000))) throw new Error(`The question stands as before the click on: ${label}`);
  }

  /** The same for a row after which the question stands again: it opens or copies something. */
  async pickAndStay(label: string): Promise<void> {
    await this.clickAway(label, 2_000);
  }

  /** Ticks (or unticks) rows of a picker with check boxes. */
  async check(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await (await this.find(label)).locator('.monaco-checkbox').click();
  }

  /** Presses Enter in the box: takes the focused row or the typed value. */
  async accept(): Promise<void> {
    await this.input().press('Enter');
  }

  /** The OK button of a picker with check boxes. */
  async confirm(): Promise<void> {
    await this.widget.locator('.quick-input-action .monaco-button:visible').click();
  }

  /** The Back arrow in the title bar. */
  async back(): Promise<void> {
    await this.button('Back');
  }

  /** A button of the title bar or of the box by its tooltip. */
  async button(label: string): Promise<void> {
    await this.widget.locator(`.action-label[aria-label^="${label}"]`).first().click();
  }

  /** A button that belongs to a row. */
  async rowButton(row: string, label: string): Promise<void> {
    const found = await this.find(row);
    await found.hover();
    await found.locator(`.action-label[aria-label^="${label}"]`).click();
  }

  /** Esc: the wizard is left. */
  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.waitUntilClosed();
  }

  async waitUntilClosed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** The accessible texts of the visible rows: label, description, detail. */
  items(): Promise<string[]> {
    // All at once: between two looks a row may be gone.
    return this.rows().evaluateAll(readAccessibleNames);
  }

  /** The labels of the rows that are ticked. */
  async checked(): Promise<string[]> {
    return this.rows()
      .and(this.page.locator('[aria-checked="true"]'))
      .locator('.quick-input-list-row:first-child .label-name')
      .allTextContents();
  }

  /** What the validation or the prompt under the box says. */
  async message(): Promise<string> {
    return ((await this.widget.locator('.quick-input-message').textContent()) ?? '').trim();
  }

  /** Waits until the message contains a text: validation answers a moment after typing. */
  async waitForMessage(text: string): Promise<void> {
    await this.widget.locator('.quick-input-message', { hasText: text }).waitFor();
  }

  /** Whether the question was gone or another one so long (ms) after a click on the row. */
  private async clickAway(label: string, within: number): Promise<boolean> {
    const row = await (await this.find(label)).elementHandle();
    const before = await row.evaluate(readQuestion);
    await row.click();
    for (let left = within / 20; left > 0; left--) {
      if ((await row.evaluate(readQuestion)) !== before) return true;
      await this.page.waitForTimeout(20);
    }
    return false;
  }

  private input(): Locator {
    return this.widget.locator('.quick-input-box input');
  }

  private rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }

  private async find(label: string): Promise<Locator> {
    await this.rows().filter({ hasText: label }).first().waitFor();
    const exact = this.rows().filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
    return (await exact.count()) > 0 ? exact.first() : this.rows().filter({ hasText: label }).first();
  }
}
