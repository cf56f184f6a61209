import type { SandboxAccess } from '../../../src/sandbox/startSandbox';
import { sandboxControls, type SandboxControls } from '../../support/sandboxControls';

/** The sandbox that the runner started before VS Code (test/host/integrationEnvironment.mjs): a gateway for custom profiles. */
export function outsideSandbox(): SandboxAccess & SandboxControls {
  const access = JSON.parse(process.env.NCLOUD_IP_TEST_SANDBOX ?? '{}') as SandboxAccess;
  return { ...access, ...sandboxControls(access) };
}
