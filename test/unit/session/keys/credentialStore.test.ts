import { describe, expect, it } from 'vitest';
import { createCredentialStore } from '../../../../src/session/keys/credentialStore';
import { memorySecrets } from '../../../support/memorySecrets';

const keys = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };
const other = { accessKey: 'ncpTestAccessKey0002', secretKey: 'ncpTestSecretKey00000000000000000000EFGH' };

function open(): { secrets: ReturnType<typeof memorySecrets>; store: ReturnType<typeof createCredentialStore> } {
  const secrets = memorySecrets();
  return { secrets, store: createCredentialStore(secrets) };
}

describe('credentialStore', () => {
  it('gives back what was written, by profile', async () => {
    const { store } = open();
    await store.write('p1', keys);
    await store.write('p2', { ...other, expiresAt: 1_800_000_000_000 });
    expect(await store.read('p1')).toEqual(keys);
    expect(await store.read('p2')).toEqual({ ...other, expiresAt: 1_800_000_000_000 });
    expect(await store.read('p3')).toBeUndefined();
  });

  it('writes an envelope with its version, under a name of ours', async () => {
    const { secrets, store } = open();
    await store.write('p1', keys);
    expect([...secrets.kept.keys()]).toEqual(['ncloudIp.credentials.p1']);
    expect(JSON.parse(secrets.kept.get('ncloudIp.credentials.p1')!)).toEqual({ version: 1, ...keys });
  });

  it.each([
    ['cut off', '{"version":1,"accessKey":"ncp'],
    ['of a later version', JSON.stringify({ version: 2, ...keys })],
    ['without a version', JSON.stringify(keys)],
    ['without a secret', JSON.stringify({ version: 1, accessKey: keys.accessKey })],
    ['of the wrong type', JSON.stringify({ version: 1, accessKey: 1, secretKey: 2 })],
    ['null', 'null'],
    ['empty', ''],
  ])('reads an envelope that is %s as no keys at all', async (_, text) => {
    const { secrets, store } = open();
    secrets.kept.set('ncloudIp.credentials.p1', text);
    expect(await store.read('p1')).toBeUndefined();
  });

  it('leaves a broken date of expiry out and keeps the keys', async () => {
    const { secrets, store } = open();
    secrets.kept.set('ncloudIp.credentials.p1', JSON.stringify({ version: 1, ...keys, expiresAt: 'soon' }));
    expect(await store.read('p1')).toEqual(keys);
  });

  it('hands on what a storage without a keyring throws, and keeps nothing then', async () => {
    const { secrets, store } = open();
    secrets.failWith(new Error('no keyring'));
    await expect(store.write('p1', keys)).rejects.toThrow('no keyring');
    await expect(store.read('p1')).rejects.toThrow('no keyring');
    secrets.failWith(undefined);
    expect(await store.read('p1')).toBeUndefined();
  });

  it('remembers keys for this session where the storage fails, and writes them nowhere', async () => {
    const { secrets, store } = open();
    secrets.failWith(new Error('no keyring'));
    store.remember('p1', keys);
    expect(await store.read('p1')).toEqual(keys);
    expect(secrets.kept.size).toBe(0);
  });

  it('prefers keys that were written later over remembered ones', async () => {
    const { store } = open();
    store.remember('p1', keys);
    await store.write('p1', other);
    expect(await store.read('p1')).toEqual(other);
  });

  it('tells of keys that take the place of remembered ones when they count', async () => {
    const { store } = open();
    store.remember('p1', keys);
    const read: Promise<unknown>[] = [];
    store.onDidChange((id) => read.push(store.read(id)));
    await store.write('p1', other);
    expect(await read.at(-1)).toEqual(other);
  });

  it('removes both kept and remembered keys', async () => {
    const { store } = open();
    await store.write('p1', keys);
    store.remember('p1', other);
    await store.remove('p1');
    expect(await store.read('p1')).toBeUndefined();
  });

  it('forgets remembered keys when the window closes', async () => {
    const { store } = open();
    store.remember('p1', keys);
    store.dispose();
    expect(await store.read('p1')).toBeUndefined();
  });

  it('tells which profile has other keys: written here, remembered, or changed in another window', async () => {
    const { secrets, store } = open();
    const told: string[] = [];
    store.onDidChange((profileId) => told.push(profileId));
    await store.write('p1', keys);
    store.remember('p2', keys);
    secrets.storeElsewhere('ncloudIp.credentials.p3', JSON.stringify({ version: 1, ...other }));
    secrets.storeElsewhere('ncloudIp.credentials.p3', undefined);
    expect(told).toEqual(['p1', 'p2', 'p3', 'p3']);
  });

  it('does not care for the secrets of others, nor for anything after dispose', () => {
    const { secrets, store } = open();
    const told: string[] = [];
    store.onDidChange((profileId) => told.push(profileId));
    secrets.storeElsewhere('another.secret', 'x');
    store.dispose();
    secrets.storeElsewhere('ncloudIp.credentials.p1', 'x');
    expect(told).toEqual([]);
  });

  it('reads what another window wrote', async () => {
    const { secrets, store } = open();
    await store.write('p1', keys);
    secrets.storeElsewhere('ncloudIp.credentials.p1', JSON.stringify({ version: 1, ...other }));
    expect(await store.read('p1')).toEqual(other);
  });
});
