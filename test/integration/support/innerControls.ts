import { sandboxControls, type SandboxControls } from '../../support/sandboxControls';

/** Steers the sandbox that the extension itself runs, with the token that the runner chose (test/host/integrationEnvironment.mjs). */
export function innerControls(url: string): SandboxControls {
  return sandboxControls({ url, controlToken: process.env.NCLOUD_IP_TEST_CONTROL_TOKEN ?? '' });
}
