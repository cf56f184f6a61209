import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { findTests } from './findTests.mjs';
import { integrationEnvironment } from './integrationEnvironment.mjs';
import { root } from './paths.mjs';
import { readReport } from './readReport.mjs';
import { startSandboxProcess } from './sandboxProcess.mjs';
import { addUp, tallyOf } from './tally.mjs';
import { startVscodeServer } from './vscodeServer.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

const timeout = Number(process.env.NCLOUD_IP_INTEGRATION_TIMEOUT ?? 300_000);

/**
 * Runs the integration suite in the extension host of the npm-only VS Code: a browser without a window opens the
 * workbench, VS Code calls `run()` of the built suite, prints through `codeAutomationLog` and ends through
 * `codeAutomationExit`; the counts come from the file that the suite wrote.
 * @param {{ folder: string }} run
 */
export async function runIntegrationSuite({ folder }) {
  if (findTests('integration').length === 0) {
    console.log('test/integration has no test files');
    return tallyOf();
  }
  const report = path.join(folder, 'integration.json');
  const started = [];
  try {
    const sandbox = await startSandboxProcess(['--delay', '300']);
    started.push(sandbox);
    const server = await startVscodeServer({ env: integrationEnvironment(folder, sandbox.line, report) });
    started.push(server);
    const browser = await launchBrowser();
    started.push({ stop: () => browser.close() });
    const code = await runInWorkbench(browser, server);
    return addUp(readReport(report, code));
  } finally {
    for (const it of started.reverse()) await it.stop();
  }
}

async function runInWorkbench(browser, server) {
  const page = await browser.newPage();
  let timer;
  const ended = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the integration suite did not end within ${timeout} ms`)), timeout);
    page.exposeFunction('codeAutomationLog', (type, args) => printResults(args)).catch(reject);
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('the page crashed')));
    void server.exited.then((why) => reject(new Error(`VS Code ended (${why})`)));
  });
  try {
    const tests = path.join(root, 'out', 'test', 'integration', 'index.js');
    await page.goto(workbenchUrl(server.url, { extension: root, tests }));
    return await ended;
  } finally {
    clearTimeout(timer);
  }
}

/** Results begin with a mark (test/integration/index.ts); all the rest is the extension host talking to itself. */
function printResults(args) {
  for (const text of Array.isArray(args) ? args : [args]) {
    if (typeof text === 'string' && text.startsWith('│ ')) console.log(text.slice(2));
  }
}
