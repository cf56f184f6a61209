import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { integrationEnvironment } from './integrationEnvironment.mjs';
import { hostRoom, root } from './paths.mjs';
import { readReport } from './readReport.mjs';
import { startSandboxProcess } from './sandboxProcess.mjs';
import { addUp } from './tally.mjs';

/**
 * `npm run test:desktop`: the same integration suite in desktop VS Code. VSCODE_PATH names the executable of an
 * installed one (for example /usr/share/code/code); without it VSCODE_VERSION (`stable` by default, or a version such
 * as 1.101.0, the lowest we support) is downloaded once to .vscode-test/. Linux without a display needs `xvfb-run -a`
 * in front. A VS Code that is already open must be another installation, or its window gets the arguments.
 * @param {{ folder: string }} run
 */
export async function runDesktopSuite({ folder }) {
  const report = path.join(folder, 'desktop.json');
  const sandbox = await startSandboxProcess(['--delay', '300']);
  const vscodeExecutablePath = process.env.VSCODE_PATH;
  try {
    const code = await runTests({
      ...(vscodeExecutablePath ? { vscodeExecutablePath } : { version: process.env.VSCODE_VERSION ?? 'stable' }),
      cachePath: path.join(hostRoom, 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out', 'test', 'integration', 'index.js'),
      extensionTestsEnv: integrationEnvironment(folder, sandbox.line, report),
      launchArgs: ['--user-data-dir', path.join(folder, 'desktop'), '--disable-extensions', '--skip-welcome'],
    }).catch((error) => {
      // A failed test comes as TestRunFailedError with the exit code; anything else never started VS Code.
      if (typeof error.code === 'number') return error.code;
      throw new Error(
        `Desktop VS Code could not be ${vscodeExecutablePath ? 'started' : 'downloaded'}: ${error.message ?? error}\n` +
          'Set VSCODE_PATH to the executable of an installed one, or use `npm run test:integration`, which needs only npm.',
        { cause: error },
      );
    });
    return addUp(readReport(report, code));
  } finally {
    await sandbox.stop();
  }
}
