import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExtensionMode } from 'vscode';
import { readyDevelopmentSandbox } from '../../../../src/features/sandbox/readyDevelopmentSandbox';
import { createProfileStore } from '../../../../src/session/profileStore';
import { memoryMemento } from '../../../support/memoryMemento';

afterEach(() => vi.unstubAllEnvs());

/** The profiles that a session finds which is made when it is over. */
async function profilesAfter(extensionMode: ExtensionMode, times = 1): Promise<readonly string[]> {
  vi.stubEnv('NCLOUD_IP_DEV_SANDBOX', '{}');
  const globalState = memoryMemento();
  while (times-- > 0) await readyDevelopmentSandbox({ extensionMode, globalState });
  return createProfileStore(globalState)
    .all()
    .map(({ id }) => id);
}

describe('a sandbox that npm start has started', () => {
  it('has its profile before the session is made, so that the view finds it with its first question', async () => {
    expect(await profilesAfter(ExtensionMode.Development)).toEqual(['sandbox']);
  });

  it('has one profile, however often windows are opened', async () => {
    expect(await profilesAfter(ExtensionMode.Test, 2)).toEqual(['sandbox']);
  });

  it('is nothing to an installed extension', async () => {
    expect(await profilesAfter(ExtensionMode.Production)).toEqual([]);
  });
});
