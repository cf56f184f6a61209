/* global window, document, requestAnimationFrame */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { build } from '../host/build.mjs';
import { root } from '../host/paths.mjs';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { startVscodeServer } from '../host/vscodeServer.mjs';
import { workbenchUrl } from '../host/workbenchUrl.mjs';

/**
 * Prints what passes, in a real VS Code, between opening the view and its rows, in regions of so many interfaces: the first one,
 * and the region as a whole; and the first one when the window is opened again. Each run has a new VS Code. Medians go to
 * `results`, of which `scale --picture` draws the growth.
 */
export async function measureStart(sizes, runs, results) {
  build();
  const browser = await launchBrowser();
  const row = (...cells) => process.stdout.write(`${cells.map((cell) => String(cell).padStart(22)).join('')}\n`);
  row('ms from the click', 'first call', 'first row', 'after the first call', 'whole', 'again: first row');
  const medians = [];
  try {
    for (const interfaces of sizes) {
      const all = [];
      for (let run = 0; run < runs; run++) {
        const figures = await startOnce(browser, interfaces);
        all.push(figures);
        row(`${interfaces}, run ${run + 1}`, ...figures.map((ms) => ms.toFixed(0)));
      }
      const middle = (at) => all.map((one) => one[at]).toSorted((a, b) => a - b)[all.length >> 1];
      row('median', ...all[0].map((_, at) => middle(at).toFixed(0)));
      medians.push({ interfaces, firstRowMs: middle(1), wholeMs: middle(3) });
    }
  } finally {
    await browser.close();
  }
  await mkdir(path.dirname(results), { recursive: true });
  await writeFile(results, `${JSON.stringify(medians, undefined, 1)}\n`);
}

async function startOnce(browser, interfaces) {
  const sandbox = await startSandboxProcess(['--scenario', 'large', '--nics', String(interfaces), '--delay', '0']);
  const server = await startVscodeServer({ env: { NCLOUD_IP_DEV_SANDBOX: sandbox.line } });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(workbenchUrl(server.url, { extension: root }));
    const icon = page.locator('.activitybar .action-item:has(a[aria-label^="NAVER Cloud IP"])');
    await icon.waitFor();
    // The rest of VS Code's own start is not what is measured.
    await page.waitForTimeout(5_000);
    await page.evaluate(watchRows);
    await icon.click();
    const { clickedAt, firstRowAt } = await rowsOf(page);
    const answers = await wholeAnswers(sandbox);
    const [first, last] = [Math.min(...answers), Math.max(...answers)];
    const wholeAt = await page.evaluate(() => window.ncloudIpBench.lastChangeAt);
    await page.addInitScript(watchRows);
    await page.goto('about:blank');
    await page.goto(workbenchUrl(server.url, { extension: root }));
    // What stands open is kept every five seconds, when VS Code has nothing else to do, and not when its page is left: in 1 of
    // 18 runs the window came back without the view.
    await page
      .locator('.sidebar .pane-header')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => icon.click());
    const again = await rowsOf(page);
    return [
      first - clickedAt,
      firstRowAt - clickedAt,
      firstRowAt - first,
      Math.max(last, wholeAt) - clickedAt,
      again.firstRowAt - again.shownAt,
    ];
  } finally {
    await context.close();
    await server.stop();
    await sandbox.stop();
  }
}

/** Notes, frame by frame, when the Network view was asked for and opened, when it had its first row, and when its rows last changed. */
function watchRows() {
  const bench = {};
  window.ncloudIpBench = bench;
  document.addEventListener('mousedown', () => (bench.clickedAt = Date.now()), { capture: true });
  let last = '';
  const look = () => {
    const rows = [...document.querySelectorAll('.sidebar .split-view-view:first-child .monaco-list-row')];
    const text = rows.map((one) => one.textContent).join('\n');
    if (document.querySelector('.sidebar .pane-header')) bench.shownAt ??= Date.now();
    if (text !== '' && text !== last) {
      last = text;
      bench.firstRowAt ??= Date.now();
      bench.lastChangeAt = Date.now();
    }
    requestAnimationFrame(look);
  };
  look();
}

async function rowsOf(page) {
  await page.waitForFunction(() => window.ncloudIpBench.firstRowAt !== undefined);
  return page.evaluate(() => window.ncloudIpBench);
}

/** When the calls of the region's lists arrived, in epoch ms, once no more of them come. */
async function wholeAnswers({ url, controlToken }) {
  for (let last = -1; ;) {
    const response = await fetch(`${url}/__sandbox__/requests`, { headers: { 'x-sandbox-control': controlToken } });
    const lists = (await response.json()).filter(
      ({ action }) => /^get.*List$/.test(action) && action !== 'getRegionList',
    );
    if (lists.length === last && last > 0) return lists.map(({ time }) => Date.parse(time));
    last = lists.length;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
}
