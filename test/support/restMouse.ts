import type { Page } from 'playwright-core';

/** Takes the mouse to a place that tells nothing: what it says of the thing it rests on may lie over the one that is meant. */
export async function restMouse(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
}
