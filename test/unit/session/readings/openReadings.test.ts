import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNetwork } from '../../../../src/model/network';
import { loadNetwork } from '../../../../src/session/loadNetwork';
import type { KeptReadings, WholeReading } from '../../../../src/session/readings/keptReadings';
import { openReadings } from '../../../../src/session/readings/openReadings';
import { largeParts } from '../../../bench/largeParts';
import { buildScope } from '../../../support/buildProfile';
import { openSandboxApi } from '../../../support/networkTreeBench';
import { recordLog } from '../../../support/recordLog';

const scope = buildScope();

async function bench() {
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-readings-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const log = recordLog();
  const kept: KeptReadings = openReadings(path.join(folder, 'readings'), log);
  const files = (): Promise<string[]> => readdir(path.join(folder, 'readings'));
  const file = async (): Promise<string> => path.join(folder, 'readings', (await files())[0] ?? '');
  return { kept, log, files, file };
}

const partsOf = ({ network }: WholeReading): unknown => {
  const { vpcs, subnets, servers, interfaces } = network;
  return { vpcs, subnets, servers, interfaces };
};

describe('kept readings', () => {
  it('are what was read, as the real client read it', async () => {
    const { kept } = await bench();
    const { api } = await openSandboxApi({ transitVpc: true });
    const reading = { ...(await loadNetwork(api, 'KR', {})), readAt: 1_767_582_000_000 };
    await kept.keep(scope, reading);
    const back = await kept.read(scope);
    expect(back && partsOf(back)).toEqual(partsOf(reading));
    expect(back?.readAt).toBe(reading.readAt);
  });

  it('hold a large region, in lines of some hundred rows', async () => {
    const { kept, file } = await bench();
    const reading = { network: createNetwork(largeParts(40)), readAt: 1 };
    await kept.keep(scope, reading);
    const back = await kept.read(scope);
    expect(back && partsOf(back)).toEqual(partsOf(reading));
    const lines = gunzipSync(await readFile(await file()))
      .toString()
      .split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(300_000);
  });

  it('are none of another profile or region, and none before the first', async () => {
    const { kept } = await bench();
    expect(await kept.read(scope)).toBeUndefined();
    await kept.keep(scope, { network: createNetwork(largeParts(1)), readAt: 1 });
    expect(await kept.read({ ...scope, regionCode: 'JPN' })).toBeUndefined();
    expect(await kept.read(buildScope({ id: 'p2' }))).toBeUndefined();
  });

  it('of a profile go with its keys, those of others stay', async () => {
    const { kept, files } = await bench();
    const reading = { network: createNetwork(largeParts(1)), readAt: 1 };
    const other = buildScope({ id: 'p2' });
    await Promise.all([scope, { ...scope, regionCode: 'JPN' }, other].map((one) => kept.keep(one, reading)));
    await kept.forget(scope.profile.id);
    expect(await files()).toHaveLength(1);
    expect(await kept.read(other)).toBeDefined();
  });

  it('are gone for whoever asks after that, also while they are still being removed or written', async () => {
    const { kept } = await bench();
    const keeping = kept.keep(scope, { network: createNetwork(largeParts(8)), readAt: 1 });
    const forgetting = kept.forget(scope.profile.id);
    expect(await kept.read(scope)).toBeUndefined();
    await Promise.all([keeping, forgetting]);
    // The first question finds the file, the second comes after the keys went.
    await kept.keep(scope, { network: createNetwork(largeParts(8)), readAt: 1 });
    void kept.forget(scope.profile.id);
    expect(await kept.read(scope)).toBeUndefined();
  });

  it.each<[string, (text: string) => Buffer]>([
    ['is no archive', (text) => Buffer.from(text)],
    ['is cut off', (text) => gzipSync(text.split('\n').slice(0, -2).join('\n'))],
    ['ends in the middle of the archive', (text) => gzipSync(text).subarray(0, -20)],
    ['has a row of another shape', (text) => gzipSync(text.replace('"vpcNo":"1204"', '"vpcNo":1204'))],
    ['is of a later version', (text) => gzipSync(text.replace('"version":1', '"version":2'))],
    ['is of another region', (text) => gzipSync(text.replace('"regionCode":"KR"', '"regionCode":"JPN"'))],
    ['is empty', () => gzipSync('')],
  ])('one that %s is removed, told in the log, and read anew', async (_, damage) => {
    const { kept, log, file, files } = await bench();
    await kept.keep(scope, { network: createNetwork(largeParts(1)), readAt: 1 });
    const damaged = await file();
    await writeFile(damaged, damage(gunzipSync(await readFile(damaged)).toString()));
    expect(await kept.read(scope)).toBeUndefined();
    expect(log.lines.join('\n')).toContain('kept reading');
    expect(await files()).toEqual([]);
  });

  it('leave no half file behind', async () => {
    const { kept, files } = await bench();
    const reading = { network: createNetwork(largeParts(2)), readAt: 1 };
    await Promise.all([1, 2, 3].map((readAt) => kept.keep(scope, { ...reading, readAt })));
    expect(await files()).toHaveLength(1);
    expect((await kept.read(scope))?.readAt).toBe(3);
  });
});
