import type { Locator, Page } from 'playwright-core';
import { readTreeRows } from './pageScripts.mjs';
import { restMouse } from './restMouse';

/** A visible row of a tree view. */
export interface TreeRow {
  /** Label and description as shown, e.g. `web-01 10.0.10.14 · 0/5`. */
  readonly text: string;
  /** Depth, from 1. */
  readonly level: number;
  readonly isExpanded: boolean | undefined;
  readonly isSelected: boolean;
  /** What a screen reader says. */
  readonly accessibleName: string;
}

/** The rows of the tree views in the side bar. Rows below the fold are not there until scrolled to. */
export class TreeRows {
  constructor(private readonly page: Page) {}

  /** All visible rows, from the top. */
  async rows(): Promise<TreeRow[]> {
    return this.all().evaluateAll(readTreeRows);
  }

  /** The texts of the visible rows, indented by two blanks per level: readable in an assertion. */
  async text(): Promise<string> {
    return (await this.rows()).map(({ text, level }) => '  '.repeat(Math.max(0, level - 1)) + text).join('\n');
  }

  /** The first row that contains the text (label or description). */
  row(text: string | RegExp): Locator {
    return this.all().filter({ hasText: text }).first();
  }

  /** Waits until a row shows the text. */
  async waitFor(text: string | RegExp, timeout = 30_000): Promise<void> {
    await this.row(text).waitFor({ timeout });
  }

  /** Waits until the progress bar of the views rests. */
  async waitUntilRead(): Promise<void> {
    await this.page.locator('.sidebar .monaco-progress-container.active').first().waitFor({ state: 'hidden' });
  }

  async select(text: string | RegExp): Promise<void> {
    await restMouse(this.page);
    await this.row(text).click();
  }

  /** Adds a row to the selection. */
  async selectAlso(text: string | RegExp): Promise<void> {
    await restMouse(this.page);
    await this.row(text).click({ modifiers: ['ControlOrMeta'] });
  }

  /** Moves the keyboard's focus, which is in the tree, down to the row. A tree that redraws loses keys: then once more from the top. */
  async focusRow(text: string | RegExp): Promise<void> {
    await this.waitFor(text);
    // A row is marked before the keys go to its tree, as they do a moment after a command was chosen.
    await this.page.locator('.sidebar .monaco-list:focus-within').waitFor();
    const row = this.row(text).and(this.page.locator('.focused'));
    for (let rounds = 5; rounds > 0 && (await row.count()) === 0; rounds--) {
      await this.page.keyboard.press('Home');
      for (let left = 60; left > 0 && (await row.count()) === 0; left--) await this.page.keyboard.press('ArrowDown');
    }
    await row.waitFor();
  }

  /** Opens the row when it is closed. */
  async expand(text: string | RegExp): Promise<void> {
    await this.turn(text, true);
  }

  /** Closes the row when it is open. */
  async collapse(text: string | RegExp): Promise<void> {
    await this.turn(text, false);
  }

  /** Opens the rows of the first level, which were all closed a moment ago. */
  async openRoots(): Promise<void> {
    const closed = this.all().and(this.page.locator('[aria-level="1"][aria-expanded="false"]'));
    await this.all().and(this.page.locator('[aria-level="2"]')).first().waitFor({ state: 'hidden' });
    while ((await closed.count()) > 0) {
      await restMouse(this.page);
      const twistie = closed.last().locator('.monaco-tl-twistie');
      await twistie.click({ timeout: 5_000 });
      await this.page.waitForTimeout(100);
    }
  }

  /** An icon that shows on a row under the mouse, by its label. */
  async inlineAction(text: string | RegExp, label: string): Promise<void> {
    const row = this.row(text);
    await restMouse(this.page);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${label}"]`).click();
  }

  /** Drags one row onto another. */
  async drag(from: string | RegExp, to: string | RegExp): Promise<void> {
    await restMouse(this.page);
    await this.row(from).dragTo(this.row(to));
  }

  /** Puts the keyboard's focus into the tree whose view has this title. */
  async focus(view: string): Promise<void> {
    await this.page.locator(`.sidebar .pane-header[aria-label^="${view}"]`).focus();
    await this.page.keyboard.press('Tab');
  }

  /** A button in the title of a view or of the view container, by its label. */
  async titleAction(label: string): Promise<void> {
    const pane = this.page.locator('.sidebar .split-view-view:has(.pane-header)').first();
    await pane.hover();
    await this.page
      .locator(
        `.sidebar .title-actions .action-label[aria-label^="${label}"], .sidebar .pane-header .action-label[aria-label^="${label}"]`,
      )
      .first()
      .click();
  }

  /** The text and the buttons of an empty view's welcome. */
  async welcome(): Promise<{ text: string; buttons: string[] }> {
    const content = this.page.locator('.sidebar .welcome-view-content').first();
    await content.waitFor();
    return {
      text: (await content.innerText()).trim(),
      buttons: await content.locator('.monaco-button').allInnerTexts(),
    };
  }

  /** A button of an empty view's welcome. */
  async welcomeButton(label: string): Promise<void> {
    await this.page.locator('.sidebar .welcome-view-content .monaco-button', { hasText: label }).first().click();
  }

  /** A tree that is being redrawn moves its rows and may close one again: then once more when it rests. */
  private async turn(text: string | RegExp, open: boolean): Promise<void> {
    const row = this.row(text);
    const turned = row.and(this.page.locator(`[aria-expanded="${open}"]`));
    await row.waitFor();
    for (let rounds = 5; rounds > 0 && (await row.getAttribute('aria-expanded')) === String(!open); rounds--) {
      await restMouse(this.page);
      const twistie = row.locator('.monaco-tl-twistie');
      await twistie
        .click({ timeout: 5_000 })
        .then(() => turned.waitFor({ timeout: 5_000 }))
        .catch(() => undefined);
      await this.waitUntilRead();
    }
    if ((await row.getAttribute('aria-expanded')) === String(!open)) await turned.waitFor();
  }

  private all(): Locator {
    return this.page.locator('.sidebar .monaco-list-row[role="treeitem"]');
  }
}
