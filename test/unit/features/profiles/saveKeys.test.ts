import { describe, expect, it } from 'vitest';
import { saveKeys } from '../../../../src/features/profiles/keys';
import { createCredentialStore } from '../../../../src/session/keys/credentialStore';
import type { Confirmation } from '../../../../src/ui/prompter';
import { memorySecrets } from '../../../support/memorySecrets';

const keys = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };
const profile = { id: 'p1', name: 'production' };

function bench(answer: boolean) {
  const secrets = memorySecrets();
  const asked: Confirmation[] = [];
  const logged: string[] = [];
  const context = {
    credentials: createCredentialStore(secrets),
    prompter: {
      confirm: (confirmation: Confirmation) => {
        asked.push(confirmation);
        return Promise.resolve(answer);
      },
    },
    log: { warn: (message: string) => logged.push(message) },
  } as unknown as Parameters<typeof saveKeys>[0];
  return { secrets, asked, logged, context };
}

describe('saveKeys', () => {
  it('keeps keys in secret storage and asks nothing', async () => {
    const { secrets, asked, context } = bench(true);
    expect(await saveKeys(context, profile, keys)).toBe(true);
    expect([...secrets.kept.keys()]).toEqual(['ncloudIp.credentials.p1']);
    expect(asked).toEqual([]);
  });

  it('says that the machine has no keyring, and keeps the keys for this session when that is wanted', async () => {
    const { secrets, asked, context } = bench(true);
    secrets.failWith(new Error(`no keyring for ${keys.secretKey}`));
    expect(await saveKeys(context, profile, keys)).toBe(true);
    expect(asked[0]?.message).toBe('This machine has no secret storage for the keys.');
    secrets.failWith(undefined);
    expect(secrets.kept.size).toBe(0);
    expect(await context.credentials.read('p1')).toEqual(keys);
  });

  it('keeps nothing when that is not wanted, and logs nothing that the store quotes', async () => {
    const { secrets, logged, context } = bench(false);
    secrets.failWith(new Error(`no keyring for ${keys.secretKey}`));
    expect(await saveKeys(context, profile, keys)).toBe(false);
    secrets.failWith(undefined);
    expect(await context.credentials.read('p1')).toBeUndefined();
    expect(logged.join('\n')).not.toContain(keys.secretKey);
  });
});
