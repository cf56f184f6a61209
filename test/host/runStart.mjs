import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { openInBrowser } from './openInBrowser.mjs';
import { root } from './paths.mjs';
import { onStopSignal } from './processes.mjs';
import { startSandboxProcess } from './sandboxProcess.mjs';
import { startVscodeServer } from './vscodeServer.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/**
 * `npm start`: a real VS Code with the extension under development and the sandbox as its first profile, until
 * Ctrl+C. Both run as children in their own process groups and are gone when this returns.
 * @param {string[]} args
 */
export async function runStart(args) {
  const { values } = parseArgs({
    args,
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      locale: { type: 'string' },
      scenario: { type: 'string', default: 'small' },
      inspect: { type: 'string' },
    },
  });
  const started = [];
  const stopAll = async () => {
    await Promise.all(started.splice(0).map((it) => it.stop()));
  };
  const signalled = new Promise((resolve) => onStopSignal(() => resolve(undefined)));
  // A signal that arrives while something is still starting must not wait for it: exiting kills what was spawned.
  let ready = false;
  void signalled.then(() => ready || stopAll().finally(() => process.exit(130)));
  try {
    build();
    const sandbox = await startSandboxProcess(['--scenario', values.scenario]);
    started.push(sandbox);
    console.log(`sandbox at ${sandbox.url}`);
    const { locale, inspect } = values;
    const server = await startVscodeServer({
      port: Number(values.port),
      env: { NCLOUD_IP_DEV_SANDBOX: sandbox.line },
      ...(locale && { locale }),
    });
    started.push(server);
    ready = true;
    const url = workbenchUrl(server.url, { extension: root, ...(inspect && { inspect }) });
    console.log(`Open ${url}`);
    if (inspect) console.log(`A debugger can attach to port ${inspect} once that page is open.`);
    console.log('Ctrl+C stops it.');
    if (!values['no-open']) openInBrowser(url);
    const ended = await Promise.race([
      signalled.then(() => undefined),
      server.exited.then((why) => `VS Code ended (${why})`),
    ]);
    if (ended) throw new Error(ended);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
  process.exit();
}
