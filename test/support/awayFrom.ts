import type { Page } from 'playwright-core';

/**
 * Somebody turns to another page of the browser. Playwright tells every page that it has the focus; from now on this one is told
 * the truth. Resolves to coming back.
 */
export async function goAwayFrom(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  return async () => {
    await other.close();
    await page.bringToFront();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await session.detach();
  };
}
