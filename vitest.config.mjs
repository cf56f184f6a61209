import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const support = path.join(import.meta.dirname, 'test', 'support');
/** The suites differ in how many workers they take, so that they run one after the other. */
const order = ['unit', 'contract', 'faults', 'failover', 'e2e'];
const suite = (name) => ({
  name,
  // A test in whose course nothing is expected passes whatever the code does.
  expect: { requireAssertions: true },
  include: [`test/${name}/**/*.test.ts`],
  sequence: { groupOrder: order.indexOf(name) },
});

/** What the bundler reads as text (esbuild.js, `loader`). */
const textFiles = {
  name: 'text-files',
  enforce: 'pre',
  load: (id) =>
    /\.(sh|service)$/.test(id) ? `export default ${JSON.stringify(fs.readFileSync(id, 'utf8'))};` : undefined,
};

/**
 * Loading the modules anew for each file takes longer than its tests: the files of a worker share them. Half the time of
 * a test is waiting for a socket, so there is one worker more than processors.
 */
const shared = { isolate: false, maxWorkers: os.availableParallelism() + 1 };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [textFiles],
        test: {
          ...suite('unit'),
          ...shared,
          setupFiles: [path.join(support, 'leaveAsFound.ts')],
          // Some start shells or many processes, on machines that are busy with something else.
          testTimeout: 30_000,
          // Outside VS Code there is no module vscode: texts and tree items are made with a stand-in.
          alias: { vscode: path.join(support, 'vscodeStandIn.ts') },
        },
      },
      // Many start processes, on machines that are busy with something else.
      { test: { ...suite('contract'), ...shared, testTimeout: 30_000 } },
      { test: { ...suite('faults'), maxWorkers: os.availableParallelism(), testTimeout: 600_000 } },
      // Two of its files wait for clocks most of the time.
      { plugins: [textFiles], test: { ...suite('failover'), testTimeout: 3_600_000, maxWorkers: 2 } },
      {
        test: {
          ...suite('e2e'),
          // Each file drives a whole VS Code, with the time that clicking through it takes: while one waits, others work.
          // The files of a worker share a window (test/support/stageWindow.ts), as starting one takes longer than most files.
          // Each of them may hold two, of 1 GB each.
          ...shared,
          maxWorkers: Math.min(shared.maxWorkers, 4),
          setupFiles: [path.join(support, 'windows.ts')],
          // A click between two frames meets nothing. What passes only at the second try is named at the end of the run;
          // `npm run test:e2e -- -- --retry=0` looks for such tests.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
