import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../host/paths.mjs';
import { startRawServer } from '../../../support/rawServer';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox';
import { guardFile, openGuardBench, whyNoGuard } from './guardBench';

const agent = path.join(root, 'src', 'guest', 'failover', 'ncloud-vip.sh');

async function open() {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  const node = openNode(sandbox.url);
  node.bench.setKeys(sandbox);
  return { sandbox, ...node };
}

/** A node of a cluster, on which nothing is started yet. */
function openNode(gatewayUrl: string) {
  const bench = openGuardBench(gatewayUrl);
  /** Does what Pacemaker asks for; the exit code. */
  const act = async (action: string, name = 'vip'): Promise<number | null> => {
    const env = {
      PATH: process.env.PATH,
      NCLOUD_VIP_GUARD: guardFile,
      NCLOUD_VIP_CONFIG: `${bench.folder}/etc`,
      NCLOUD_VIP_METADATA: 'http://127.0.0.1:1',
      HA_RSCTMP: `${bench.folder}/run`,
      OCF_RESKEY_name: name,
    };
    const child = spawn('bash', [agent, action], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += String(part)));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    // What bash itself complains of.
    expect(said).not.toMatch(/: line \d+: /);
    return code;
  };
  return { bench, act };
}

/** A gateway of which the tests say what the interface holds and what becomes of each request to assign. */
async function openGateway(assign: (time: number) => string, holds: (assigned: number, reads: number) => boolean) {
  let assigned = 0;
  let reads = 0;
  const server = await startRawServer(({ method }, response) => {
    if (method === 'POST') return void response.end(assign(++assigned));
    const secondaryIpList = holds(assigned, ++reads) ? ['10.0.10.100'] : [];
    const networkInterface = {
      networkInterfaceNo: '701236',
      networkInterfaceStatus: { code: 'USED' },
      secondaryIpList,
    };
    response.end(answerWith('0', { networkInterfaceList: [networkInterface] }));
  });
  onTestFinished(() => server.close());
  return { ...openNode(server.url), assigned: () => assigned };
}
const answerWith = (returnCode: string, more = {}): string => JSON.stringify({ answer: { returnCode, ...more } });

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

  it('stays where it is when its server gives no keys of the role', async () => {
    const { bench, act } = await open();
    await act('start');
    writeFileSync(`${bench.folder}/etc/keys`, "KEYS='role'\n");
    expect(await act('validate-all')).toBe(0);
    expect(await act('monitor')).toBe(0);
  });

  it('stays where it is when its files cannot be read', async () => {
    const { bench, act } = await open();
    await act('start');
    rmSync(`${bench.folder}/etc/keys`);
    expect(await act('monitor')).toBe(0);
    rmSync(`${bench.folder}/etc/vip.conf`);
    expect(await act('monitor')).toBe(0);
  });

  it('takes an answer for what it says: a refusal is no success, though its status is 200', async () => {
    const answers = [
      answerWith('1007000'),
      JSON.stringify({ error: { errorCode: '200', networkInterfaceNo: '701236' } }),
    ];
    const { bench, act, assigned } = await openGateway(
      (time) => answers[time - 1] ?? answerWith('0'),
      (times) => times > answers.length,
    );
    expect(await act('start')).toBe(0);
    expect(assigned()).toBe(answers.length + 1);
    const broken = await startRawServer((_, response) => void response.end(answers[1]));
    onTestFinished(() => broken.close());
    const file = `${bench.folder}/etc/vip.conf`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/GATEWAY='.*'/, `GATEWAY='${broken.url}'`));
    expect(await act('monitor')).toBe(0);
  });

  it('asks once for what takes a moment to show', async () => {
    let readsThen = 0;
    const { act, assigned } = await openGateway(
      () => answerWith('0'),
      (times, reads) => {
        if (times === 0) readsThen = reads;
        return reads > readsThen + 2;
      },
    );
    expect(await act('start')).toBe(0);
    expect(assigned()).toBe(1);
  });

  it('tells what is wrong with a node from what is wrong with all of them, and stops whatever that is', async () => {
    const { act } = await open();
    expect(await act('validate-all')).toBe(0);
    expect(await act('validate-all', 'other')).toBe(5);
    expect(await act('validate-all', '../vip')).toBe(6);
    expect(await act('monitor', 'other')).toBe(7);
    expect(await act('stop', 'other')).toBe(0);
    expect(await act('promote')).toBe(3);
    expect(await act('meta-data')).toBe(0);
  });
});
