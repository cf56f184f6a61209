import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ApiConfig } from '../../../src/api/ncloudApi';
import type { RawHandler } from '../../support/rawServer';
import { rawKeys, startRawApi } from '../../support/rawApi';

const vpcs = JSON.stringify({ getVpcListResponse: { totalRows: 0, vpcList: [], returnCode: '0' } });
const tooFast = JSON.stringify({ error: { errorCode: '420', message: 'Rate Limited', details: '' } });

/** Lets `first` calls through, turns the next one away, and lets all others through. */
function turnAwayAfter(first: number): RawHandler {
  let calls = 0;
  return (_, response) => {
    const isRefused = ++calls === first + 1;
    response.writeHead(isRefused ? 429 : 200, { 'Content-Type': 'application/json' });
    response.end(isRefused ? tooFast : vpcs);
  };
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-pace-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const written = async (folder: string): Promise<string> => {
  const [name = ''] = await vi.waitFor(async () => {
    const names = await readdir(folder);
    expect(names.map((one) => path.extname(one))).toEqual(['.json']);
    return names;
  });
  return readFile(path.join(folder, name), 'utf8');
};

it('clients of one account keep to one pace, also one that took the place of another', async () => {
  const pacing = { paces: new Map(), folder: await makeFolder() } satisfies ApiConfig['pacing'];
  const one = await startRawApi(turnAwayAfter(0), { pacing, requestsPerSecond: 20 });
  const call = { gatewayUrl: one.server.url, pacing };
  const [other, stranger] = await Promise.all([
    startRawApi(turnAwayAfter(9), { ...call, requestsPerSecond: 50 }),
    startRawApi(turnAwayAfter(9), {
      ...call,
      credentials: () => Promise.resolve({ ...rawKeys, accessKey: 'another' }),
    }),
  ]);
  await Promise.all([one, other, stranger].map(({ api }) => api.getVpcList('KR')));
  expect(pacing.paces.size).toBe(2);
});

it('what a window has learned is there for the next one, without the key', async () => {
  const folder = await makeFolder();
  const { api, server } = await startRawApi(turnAwayAfter(4), { pacing: { paces: new Map(), folder } });
  await Promise.all(Array.from({ length: 5 }, () => api.getVpcList('KR')));
  const text = await written(folder);
  expect(JSON.parse(text)).toMatchObject({ host: new URL(server.url).host, rate: 4 });
  expect(text).not.toContain(rawKeys.accessKey);
  expect(text).not.toContain(rawKeys.secretKey);
  const next = await startRawApi(turnAwayAfter(99), {
    gatewayUrl: server.url,
    pacing: { paces: new Map(), folder },
  });
  const before = server.requests.length;
  const stop = new AbortController();
  const calls = Promise.allSettled(
    Array.from({ length: 30 }, () => next.api.getVpcList('KR', { signal: stop.signal })),
  );
  await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(before));
  stop.abort();
  await calls;
  expect(server.requests.length - before).toBeLessThan(5);
});

it('without keys, or with a gateway that is none, the call says what is wrong', async () => {
  const pacing = { paces: new Map(), folder: await makeFolder() } satisfies ApiConfig['pacing'];
  const failing = { pacing, credentials: () => Promise.reject(new Error('secret storage')) };
  const { api } = await startRawApi(turnAwayAfter(9), failing);
  await expect(api.getVpcList('KR')).rejects.toMatchObject({ kind: 'credentials' });
  const lost = await startRawApi(turnAwayAfter(9), { pacing, gatewayUrl: 'nowhere' });
  await expect(lost.api.getVpcList('KR')).rejects.toMatchObject({ kind: 'invalidRequest' });
});
