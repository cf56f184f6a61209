import { countMouse, readAccessibleNames, readLetter, readMouseCount } from './pageScripts.mjs';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench';

/** The page of a subnet map, in the frames that VS Code puts it into. */
export function subnetMap(page: Page): SubnetMap {
  return new SubnetMap(page, page.frameLocator('iframe.webview').frameLocator('#active-frame'));
}

/** Opens the map of a subnet from its row, by mouse. */
export async function openSubnetMap({ menus, tree, page }: Workbench, subnet = 'web-pub'): Promise<SubnetMap> {
  await menus.choose(tree.row(new RegExp(`^${subnet}`)), 'Open Subnet Map');
  const map = subnetMap(page);
  await map.frame.locator('.row').first().waitFor();
  return map;
}

/** A map as somebody uses it: by mouse, by keyboard, and by what a screen reader is told. */
export class SubnetMap {
  constructor(
    private readonly page: Page,
    readonly frame: FrameLocator,
  ) {}

  /** The cell of an address. */
  cell(address: string): Locator {
    return this.frame.locator(`[data-columns] [aria-label^="${address},"]`);
  }

  /** The row of an address in the table. */
  row(address: string): Locator {
    return this.frame.locator('.table [data-offset]', {
      hasText: new RegExp(`^${address.replaceAll('.', '\\.')}(?!\\d)`),
    });
  }

  /** Waits until an address is said to be this. */
  async waitFor(address: string, what = ''): Promise<void> {
    const says = what && `[aria-label*="${what}"]`;
    await this.frame.locator(`[data-columns] [aria-label^="${address},"]${says}`).waitFor();
  }

  /** What a screen reader says of an address. */
  label(address: string): Promise<string | null> {
    return this.cell(address).getAttribute('aria-label');
  }

  /** The letter that a cell shows beside the last part of its address. */
  letter(address: string): Promise<string> {
    return this.cell(address).evaluate(readLetter);
  }

  /** Clicks cells: the first alone, each further one in addition. */
  async select(first: string, ...more: readonly string[]): Promise<void> {
    await this.cell(first).click();
    for (const address of more) await this.cell(address).click({ modifiers: ['Control'] });
  }

  /** Draws with the mouse from one cell to another. */
  async drag(from: string, to: string): Promise<void> {
    await this.cell(from).hover();
    await this.page.mouse.down();
    await this.cell(to).hover();
    await this.page.mouse.up();
  }

  /** The addresses that are selected and in sight. */
  async selected(): Promise<string[]> {
    const labels = await this.frame.locator('[data-columns] [aria-selected="true"]').evaluateAll(readAccessibleNames);
    return labels.map((label) => label.split(',')[0] ?? '');
  }

  /** Presses one of the buttons below the map. */
  async act(action: 'assign' | 'move' | 'unassign' | 'copyAs' | 'copy'): Promise<void> {
    await this.frame.locator(`[data-action="${action}"]`).click();
  }

  /** The chip of an interface, by its name. */
  chip(title: string): Locator {
    return this.frame.locator('[data-chip]', { hasText: title });
  }

  /** Chooses what the cells are coloured by. */
  async colourBy(mode: 'state' | 'server' | 'interface' | 'recent'): Promise<void> {
    await this.frame.locator('.colours select').selectOption(mode);
  }

  /** What has the focus, as it is said. */
  focused(): Promise<string | null> {
    return this.frame.locator('[data-columns] :focus').getAttribute('aria-label');
  }

  /** From now on everything that comes from a mouse on the page is counted: the window around it sees none of it. */
  async countMouse(): Promise<void> {
    await this.frame.locator('html').evaluate(countMouse);
  }

  /** What came from a mouse since then. */
  mouseCount(): Promise<number> {
    return this.frame.locator('html').evaluate(readMouseCount);
  }

  /** What stands below the map of one address. */
  detail(): Promise<string> {
    return this.frame.locator('.detail').innerText();
  }
}
