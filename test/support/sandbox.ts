import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import { startSandbox, type SandboxAccess } from '../../src/sandbox/startSandbox';
import { sandboxControls, type SandboxControls } from './sandboxControls';

export interface TestSandbox extends SandboxAccess, SandboxControls {
  close(): Promise<void>;
}

/** For a test that has to know the manager's key before its sandbox starts. */
export const chosenKeys = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };

/** A sandbox in this process, settling at once unless told otherwise; steered over its own control requests. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ delay: 0, ...options });
  return { ...sandbox.access, ...sandboxControls(sandbox.access), close: () => sandbox.close() };
}
