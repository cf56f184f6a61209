import { randomInt } from 'node:crypto';
import type { SandboxKey, SandboxOptions } from './sandboxOptions';

/** What opens one running sandbox: its two key pairs, and the token for its control requests. */
export interface OwnKeys {
  readonly manager: SandboxKey;
  /** May read, may not change anything. */
  readonly viewer: SandboxKey;
  readonly controlToken: string;
}

/**
 * Keys for one start, made anew unless they were chosen: constants would let whoever reaches the port sign. Made ones
 * begin like made-up keys. Throws an Error with a sentence when chosen ones cannot be used.
 */
export function createKeys({
  accessKey = makeUp('ncpSandboxKey', 20),
  secretKey = makeUp('ncpSandboxSecret', 40),
  viewer: {
    accessKey: viewerAccessKey = makeUp('ncpSandboxView', 20),
    secretKey: viewerSecretKey = makeUp('ncpSandboxSecret', 40),
  } = {},
  controlToken = makeUp('ncpSandboxControl', 40),
}: SandboxOptions): OwnKeys {
  const texts = [accessKey, secretKey, viewerAccessKey, viewerSecretKey, controlToken];
  if (!texts.every((text) => /^[!-~]{1,128}$/.test(text))) {
    throw new Error('Keys have 1 to 128 letters, digits and signs, without blanks.');
  }
  if (accessKey === viewerAccessKey) throw new Error('Manager and viewer need different access keys.');
  return {
    manager: { accessKey, secretKey, role: 'manager' },
    viewer: { accessKey: viewerAccessKey, secretKey: viewerSecretKey, role: 'viewer' },
    controlToken,
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function makeUp(beginning: string, length: number): string {
  const rest = Array.from({ length: length - beginning.length }, () => letters[randomInt(letters.length)]);
  return beginning + rest.join('');
}
