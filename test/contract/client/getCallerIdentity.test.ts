import { describe, expect, it } from 'vitest';
import { startClient } from './startClient';

describe('getCallerIdentity', () => {
  it('request is a signed GET even where forms are preferred', async () => {
    const { api, sandbox } = await startClient({ method: 'POST' });
    await api.getCallerIdentity();
    const [arrived] = await sandbox.requests();
    expect(arrived).toMatchObject({ method: 'GET', status: 200, params: {} });
  });

  it('response says who the key belongs to, for a key that may only read as well', async () => {
    const { api, sandbox, connect } = await startClient();
    const manager = await api.getCallerIdentity();
    const viewer = await connect({ credentials: () => Promise.resolve(sandbox.viewer) }).getCallerIdentity();
    expect(manager.id).toMatch(/\S/);
    expect(['Customer', 'Sub', 'Role']).toContain(manager.userType);
    expect(viewer.id).not.toBe(manager.id);
  });

  it('response to a wrong key is about credentials', async () => {
    const { sandbox, connect } = await startClient();
    const wrong = { accessKey: sandbox.accessKey, secretKey: 'madeUpSecret000000000000000000000000000A' };
    await expect(connect({ credentials: () => Promise.resolve(wrong) }).getCallerIdentity()).rejects.toMatchObject({
      details: { kind: 'credentials', layer: 'gateway', code: '200' },
    });
  });
});
