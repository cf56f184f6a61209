import { afterAll, beforeAll, beforeEach } from 'vitest';
import { buildCli, openCliBench, twoAddresses, type CliBench } from './cli';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import { startTestSandbox, type TestSandbox } from './sandbox';

/** The file of two addresses that a bench begins with. */
export const cliFile = 'net.ncloud-ip.yaml';

/** What the tests of one file about the command line tool share; filled before the first test, the bench anew for each. */
export interface CliStage {
  /** The folder of the built tool. */
  readonly built: string;
  readonly sandbox: TestSandbox;
  readonly bench: CliBench;
}

/** Builds the tool and starts a sandbox for the test file. Each test has the sandbox as at its start, and a folder of its own. */
export function useCli(options: SandboxOptions = {}): CliStage {
  const stage: { built?: string; sandbox?: TestSandbox; bench?: CliBench } = {};
  beforeAll(async () => {
    stage.built = buildCli();
    stage.sandbox = await startTestSandbox(options);
  }, 60_000);
  afterAll(() => stage.sandbox?.close());
  beforeEach(async () => {
    await stage.sandbox!.reset();
    stage.bench = openCliBench(stage.built!, stage.sandbox);
    stage.bench.write(cliFile, twoAddresses);
  });
  return {
    get built() {
      return stage.built!;
    },
    get sandbox() {
      return stage.sandbox!;
    },
    get bench() {
      return stage.bench!;
    },
  };
}
