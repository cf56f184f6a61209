import { describe, expect, it } from 'vitest';
import type { ApiConfig } from '../../../src/api/ncloudApi';
import { sites } from '../../../src/api/sites';
import { createApiPool, type ApiPool } from '../../../src/session/apiPool';
import { MissingKeysError } from '../../../src/session/keys/missingKeys';
import { createCredentialStore, type CredentialStore } from '../../../src/session/keys/credentialStore';
import type { RunningSandbox } from '../../../src/session/sandboxDoor';
import { buildProfile } from '../../support/buildProfile';
import { fakeApi, type FakeApi } from '../../support/fakeApi';
import { memorySecrets } from '../../support/memorySecrets';
import { recordLog } from '../../support/recordLog';

const keys = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };
const running: RunningSandbox = { url: 'http://127.0.0.1:1', ...keys };
const profile = buildProfile();
const tuning = { requestsPerSecond: 7, timeoutMs: 1_234 };

interface Bench {
  readonly pool: ApiPool;
  readonly credentials: CredentialStore;
  /** Every client made, with what it was made of. */
  readonly made: { readonly config: ApiConfig; readonly api: FakeApi }[];
}

function open(openSandbox: () => Promise<RunningSandbox> = () => Promise.resolve(running)): Bench {
  const credentials = createCredentialStore(memorySecrets());
  const made: Bench['made'] = [];
  const pool = createApiPool({
    createApi: (config) => {
      const api = fakeApi();
      made.push({ config, api });
      return Promise.resolve(api);
    },
    credentials,
    sandbox: { open: openSandbox, onDidStop: () => ({ dispose: () => undefined }), close: () => undefined },
    log: recordLog(),
    now: () => 0,
    tuning: () => tuning,
  });
  return { pool, credentials, made };
}

describe('apiPool', () => {
  it('makes one client for each profile, however many ask for it at once', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await credentials.write('p2', keys);
    const [a, b] = await Promise.all([pool.get(profile), pool.get(profile)]);
    expect(a).toBe(b);
    expect(await pool.get(profile)).toBe(a);
    expect(await pool.get(buildProfile({ id: 'p2' }))).not.toBe(a);
    expect(made).toHaveLength(2);
  });

  it('makes it of the site, the settings and the keys as they are; other keys mean another client', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    const before = await pool.get(profile);
    const { config } = made[0]!;
    expect(config).toMatchObject({ gatewayUrl: sites.public.gatewayUrl, stsUrl: sites.public.stsUrl, ...tuning });
    const changed = { ...keys, secretKey: 'ncpTestSecretKey00000000000000000000EFGH' };
    await credentials.write('p1', changed);
    expect(await config.credentials()).toMatchObject(keys);
    expect(await pool.get(profile)).not.toBe(before);
    expect(await made[1]!.config.credentials()).toMatchObject(changed);
  });

  it('keeps a leased client with its keys until it is released, also when the profile goes', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    const lease = await pool.lease(profile);
    expect(await lease.isCurrent()).toBe(true);
    await credentials.write('p1', { ...keys, accessKey: 'ncpTestAccessKey0002' });
    expect(await lease.isCurrent()).toBe(false);
    await credentials.remove('p1');
    expect(await lease.isCurrent()).toBe(false);
    pool.drop('p1');
    await Promise.resolve();
    expect(made[0]!.api.isDisposed).toBe(false);
    lease.release();
    lease.release();
    await Promise.resolve();
    expect(made[0]!.api.isDisposed).toBe(true);
  });

  it('fails by name when the keys are not on this machine, before any client is made', async () => {
    const { pool, made } = open();
    const failure = await pool.get(profile).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MissingKeysError);
    expect((failure as MissingKeysError).profile).toBe(profile);
    expect(made).toEqual([]);
  });

  it('forgets a failure: once the keys are there, the next one who asks gets a client', async () => {
    const { pool, credentials } = open();
    await expect(pool.get(profile)).rejects.toThrow(MissingKeysError);
    await credentials.write('p1', keys);
    await expect(pool.get(profile)).resolves.toBeDefined();
  });

  it('fails by name when the keys went away meanwhile', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await pool.get(profile);
    await credentials.remove('p1');
    await expect(pool.get(profile)).rejects.toThrow(MissingKeysError);
    expect(made).toHaveLength(1);
  });

  it('says of temporary keys that they have ended, also while a client is there', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await pool.get(profile);
    await credentials.write('p1', { ...keys, expiresAt: 0 });
    expect(made).toHaveLength(1);
    const failure = await pool.get(profile).catch((error: unknown) => error);
    expect((failure as MissingKeysError).reason).toBe('ended');
  });

  it('makes new clients once settings changed, and leaves calls under way alone', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    const before = await pool.get(profile);
    pool.renew();
    expect(await pool.get(profile)).not.toBe(before);
    expect(made).toHaveLength(2);
  });

  it('ends every client with itself, also those that others took the place of', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await pool.get(profile);
    pool.renew();
    await pool.get(profile);
    pool.dispose();
    await Promise.resolve();
    expect(made.map(({ api }) => api.isDisposed)).toEqual([true, true]);
  });

  it('starts the sandbox for its profile, and uses the keys it came with', async () => {
    const { pool, made } = open();
    await pool.get(buildProfile({ site: 'sandbox' }));
    expect(made[0]!.config).toMatchObject({ gatewayUrl: running.url, stsUrl: running.url });
    expect(await made[0]!.config.credentials()).toMatchObject(keys);
  });

  it('forgets a sandbox that did not start', async () => {
    let starts = 0;
    const { pool } = open(() => (++starts === 1 ? Promise.reject(new Error('port taken')) : Promise.resolve(running)));
    const sandbox = buildProfile({ site: 'sandbox' });
    await expect(pool.get(sandbox)).rejects.toThrow('port taken');
    await expect(pool.get(sandbox)).resolves.toBeDefined();
  });

  it('cancels and forgets a dropped client only', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await credentials.write('p2', keys);
    const dropped = await pool.get(profile);
    const other = buildProfile({ id: 'p2' });
    const kept = await pool.get(other);
    pool.drop('p1');
    await expect.poll(() => made[0]!.api.isDisposed).toBe(true);
    expect(made[1]!.api.isDisposed).toBe(false);
    expect(await pool.get(profile)).not.toBe(dropped);
    expect(await pool.get(other)).toBe(kept);
  });

  it('disposes of a client that was dropped while it was being made', async () => {
    const { pool, made } = open();
    const pending = pool.get(buildProfile({ site: 'sandbox' }));
    pool.drop('p1');
    await pending;
    await expect.poll(() => made[0]!.api.isDisposed).toBe(true);
  });

  it('does not let an old failure forget a newer client', async () => {
    const first = Promise.withResolvers<RunningSandbox>();
    let starts = 0;
    const { pool } = open(() => (++starts === 1 ? first.promise : Promise.resolve(running)));
    const sandbox = buildProfile({ site: 'sandbox' });
    const old = pool.get(sandbox);
    pool.drop('p1');
    const newer = await pool.get(sandbox);
    first.reject(new Error('too late'));
    await expect(old).rejects.toThrow('too late');
    expect(await pool.get(sandbox)).toBe(newer);
  });

  it('tries keys that are not saved yet without keeping the client', async () => {
    const { pool, credentials, made } = open();
    const probe = await pool.probe(sites.gov, keys);
    expect(made[0]!.config).toMatchObject({ gatewayUrl: sites.gov.gatewayUrl });
    expect(await made[0]!.config.credentials()).toEqual(keys);
    expect(await credentials.read('p1')).toBeUndefined();
    pool.dispose();
    expect(probe).toBe(made[0]!.api);
    expect(made[0]!.api.isDisposed).toBe(false);
  });

  it('disposes of every client with itself', async () => {
    const { pool, credentials, made } = open();
    await credentials.write('p1', keys);
    await pool.get(profile);
    await pool.get(buildProfile({ id: 'p2', site: 'sandbox' }));
    pool.dispose();
    await expect.poll(() => made.map(({ api }) => api.isDisposed)).toEqual([true, true]);
  });
});
