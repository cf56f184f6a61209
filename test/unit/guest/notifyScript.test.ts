import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guestCommands } from '../../../src/guest/guestCommands';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';

const missing = ['bash', 'curl', 'openssl'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
const title =
  missing.length > 0 ? `the keepalived script (skipped: no ${missing.join(', ')})` : 'the keepalived script';

async function start(): Promise<TestSandbox> {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** An interface that holds a secondary IP, and another one of the same subnet that takes it. */
async function pair(sandbox: TestSandbox) {
  const interfaces = (await sandbox.state()).regions.flatMap((region) =>
    region.interfaces.map((one) => ({ ...one, regionCode: region.regionCode })),
  );
  const steady = interfaces.filter(({ networkInterfaceStatus: { code } }) => code === 'USED' || code === 'NOTUSED');
  for (const from of steady.filter(({ secondaryIpList }) => secondaryIpList.length > 0)) {
    const to = steady.find((one) => one.subnetNo === from.subnetNo && one !== from && one.secondaryIpList.length < 4);
    if (to) return { address: from.secondaryIpList[0]!, from: from.networkInterfaceNo, to };
  }
  throw new Error('the scenario has no pair');
}

/** Runs the script as keepalived would. Its own process, so that the sandbox in this one can answer. */
async function run(sandbox: TestSandbox, keys: { accessKey: string; secretKey: string }) {
  const { address, from, to } = await pair(sandbox);
  const { systems } = guestCommands({
    device: 'eth0',
    prefix: 24,
    gains: [address],
    loses: [],
    keeps: [],
    call: { gatewayUrl: sandbox.url, regionCode: to.regionCode, networkInterfaceNo: to.networkInterfaceNo },
  });
  const script = systems
    .find(({ id }) => id === 'keepalived')!
    .add.find(({ path }) => path?.endsWith('/assign-secondary-ips-eth0.sh'))!.text;
  const child = spawn('bash', ['-s'], {
    env: {
      PATH: process.env.PATH,
      NCLOUD_ACCESS_KEY: keys.accessKey,
      NCLOUD_SECRET_KEY: keys.secretKey,
      NCLOUD_ATTEMPTS: '2',
      NCLOUD_PAUSE_SECONDS: '0',
    },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.end(script);
  const code = await new Promise((resolve) => child.once('close', resolve));
  const holders = (await sandbox.state()).regions
    .flatMap(({ interfaces }) => interfaces)
    .filter(({ subnetNo, secondaryIpList }) => subnetNo === to.subnetNo && secondaryIpList.includes(address));
  return { code, from, to: to.networkInterfaceNo, holders: holders.map((holder) => holder.networkInterfaceNo) };
}

describe.skipIf(missing.length > 0)(title, () => {
  it('signs its call so that the gateway accepts it, and takes the address over', async () => {
    const sandbox = await start();
    const { code, to, holders } = await run(sandbox, sandbox);
    expect(code).toBe(0);
    expect(holders).toEqual([to]);
    const [request, ...more] = await sandbox.requests();
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      method: 'POST',
      action: 'assignSecondaryIps',
      status: 200,
      params: { networkInterfaceNo: to, allowReassign: 'true' },
    });
  });

  it('tries again, signed anew, when the gateway asks it to slow down', async () => {
    const sandbox = await start();
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle' }]);
    const { code, to, holders } = await run(sandbox, sandbox);
    expect(code).toBe(0);
    expect(holders).toEqual([to]);
    expect((await sandbox.requests()).map(({ status }) => status)).toEqual([429, 200]);
  });

  it('ends well when the answer got lost after the change: the address it holds already is no error', async () => {
    const sandbox = await start();
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const { code, to, holders } = await run(sandbox, sandbox);
    expect(code).toBe(0);
    expect(holders).toEqual([to]);
    expect(await sandbox.requests()).toHaveLength(2);
  });

  it('fails and changes nothing with a wrong secret', async () => {
    const sandbox = await start();
    const { code, from, holders } = await run(sandbox, {
      ...sandbox,
      secretKey: 'ncpTestSecretKeyThatIsNotTheRightOne',
    });
    expect(code).toBe(1);
    expect(holders).toEqual([from]);
  });
});
