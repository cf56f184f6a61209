import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../host/paths.mjs';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox';
import { guardFile, openGuardBench, whyNoGuard } from './guardBench';

const agent = path.join(root, 'src', 'guest', 'failover', 'ncloud-vip.sh');

async function open() {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  const bench = openGuardBench(sandbox.url);
  bench.setKeys(sandbox);
  /** Does what Pacemaker asks for; the exit code. */
  const act = async (action: string, name = 'vip'): Promise<number | null> => {
    const env = {
      PATH: process.env.PATH,
      NCLOUD_VIP_GUARD: guardFile,
      NCLOUD_VIP_CONFIG: `${bench.folder}/etc`,
      HA_RSCTMP: `${bench.folder}/run`,
      OCF_RESKEY_name: name,
    };
    const child = spawn('bash', [agent, action], { env, stdio: 'ignore' });
    return new Promise((resolve) => child.once('close', resolve));
  };
  return { sandbox, bench, act };
}
async function holders(sandbox: TestSandbox): Promise<string[]> {
  const interfaces = (await sandbox.state()).regions.flatMap((region) => region.interfaces);
  return interfaces
    .filter(({ secondaryIpList }) => secondaryIpList.includes('10.0.10.100'))
    .map(({ networkInterfaceNo }) => networkInterfaceNo);
}

describe.skipIf(whyNoGuard !== '')(`the resource agent ncloud-vip${whyNoGuard}`, () => {
  it('takes the address when it is started, also from another node, and can be started and stopped twice', async () => {
    const { sandbox, act } = await open();
    await sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.100' } });
    expect(await act('monitor')).toBe(7);
    for (let time = 0; time < 2; time++) expect(await act('start')).toBe(0);
    expect(await holders(sandbox)).toEqual(['701236']);
    expect(await act('monitor')).toBe(0);
    for (let time = 0; time < 2; time++) expect(await act('stop')).toBe(0);
    expect(await act('monitor')).toBe(7);
    // The next node takes it over; nobody has to give it away first.
    expect(await holders(sandbox)).toEqual(['701236']);
  });

  it('is not running any more when a read shows that the address went', async () => {
    const { sandbox, act } = await open();
    await act('start');
    await sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.100' } });
    expect(await act('monitor')).toBe(7);
  });

  it.each(['reset', 'unavailable', 'throttle', 'html', 'permission'])(
    'stays where it is when the API fails: %s',
    async (fault) => {
      const { sandbox, act } = await open();
      await act('start');
      await sandbox.faults([{ action: '*', fault, times: 5 }]);
      expect(await act('monitor')).toBe(0);
    },
  );

  it('tries again until it has the address, whatever became of an answer', async () => {
    const { sandbox, act } = await open();
    await sandbox.faults([
      { action: 'getNetworkInterfaceDetail', fault: 'unavailable' },
      { action: 'assignSecondaryIps', fault: 'resetAfterApply' },
    ]);
    expect(await act('start')).toBe(0);
    expect(await holders(sandbox)).toEqual(['701236']);
  });

  it('tells wrong settings from missing ones, and stops whatever they are', async () => {
    const { act } = await open();
    expect(await act('validate-all')).toBe(0);
    expect(await act('validate-all', 'other')).toBe(6);
    expect(await act('monitor', 'other')).toBe(7);
    expect(await act('stop', 'other')).toBe(0);
    expect(await act('promote')).toBe(3);
    expect(await act('meta-data')).toBe(0);
  });
});
