import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of a subnet map, in the frames that VS Code puts it into. */
export function subnetMap(page: Page): SubnetMap {
  return new SubnetMap(page.frameLocator('iframe.webview').frameLocator('#active-frame'));
}

class SubnetMap {
  constructor(readonly frame: FrameLocator) {}

  /** The cell of an address, or its row in the table. */
  cell(address: string): Locator {
    return this.frame.locator(`.scroller:not([hidden]) [aria-label^="${address},"]`);
  }

  /** Waits until an address is drawn. */
  async waitFor(address: string): Promise<void> {
    await this.cell(address).waitFor();
  }

  /** What a screen reader says of an address. */
  label(address: string): Promise<string | null> {
    return this.cell(address).getAttribute('aria-label');
  }
}
