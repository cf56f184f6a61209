import type { SandboxKey } from './sandboxOptions';

/** The sandbox's own two keys. They open nothing but a sandbox, so they are the same everywhere and look made up. */
export const defaultKeys = {
  manager: {
    accessKey: 'ncpTestAccessKey0001',
    secretKey: 'ncpTestSecretKey00000000000000000000ABCD',
    role: 'manager',
  },
  viewer: {
    accessKey: 'ncpViewAccessKey0002',
    secretKey: 'ncpViewSecretKey00000000000000000000ABCD',
    role: 'viewer',
  },
} as const satisfies Record<string, SandboxKey>;
