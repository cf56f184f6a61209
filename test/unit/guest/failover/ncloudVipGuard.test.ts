import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox';
import { guardFile, openGuardBench, textOf, whyNoGuard } from './guardBench';

async function open() {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  const bench = openGuardBench(sandbox.url);
  bench.setKeys(sandbox);
  return { sandbox, bench };
}
async function changes(sandbox: TestSandbox): Promise<string[]> {
  return (await sandbox.requests()).filter(({ action }) => !action.startsWith('get')).map(({ action }) => action);
}
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

describe.skipIf(whyNoGuard !== '')(`ncloud-vip-guard${whyNoGuard}`, () => {
  it.each([
    [
      'ncpTestSecretKey00000000000000000000ABCD',
      'POST /vserver/v2/getNetworkInterfaceList\n1767225601234\nncpTestAccessKey0001',
      'aUya0t0flLTUm5svDS1QIk3mw7f//GVVpgE8wTMYlkM=',
    ],
    [
      'S3cr3t+With/Slash=And+Plus00000000000001',
      'GET /vserver/v2/getRegionList?responseFormatType=json\n1735689599999\nGOVACCESSKEY00000002',
      '1ZIPURNcczzdLUbn4ktnwR83wC8KVuRmKXUpUFjfd2M=',
    ],
  ])('signs as documented with the key %s', (key, text, signature) => {
    const script = 'source "$1"; secret_key="$2"; sign "$3"';
    const { stdout } = spawnSync('bash', ['--norc', '-c', script, 'test', guardFile, key, text], { encoding: 'utf8' });
    expect(stdout).toBe(signature);
  });

  it.each([
    ['Thu, 29 Feb 2024 23:59:59 GMT'],
    ['Fri, 01 Mar 2024 00:00:00 GMT'],
    ['Thu, 31 Dec 2026 12:30:05 GMT'],
    ['Fri, 01 Jan 2100 00:00:00 GMT'],
  ])('reads the date %s', (date) => {
    const script = 'source "$1"; read_clock() { epoch=0; }; compare_clock "$2"; echo "$clock_off"';
    const { stdout } = spawnSync('bash', ['--norc', '-c', script, 'test', guardFile, date], { encoding: 'utf8' });
    expect(Number(stdout) * 1000).toBe(Date.parse(date));
  });

  it('waits as long as a refusal asks for, whatever the read after it says', async () => {
    const { sandbox, bench } = await open();
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', retryAfter: 7 }]);
    const { journal } = bench.run();
    await bench.keepalived('MASTER');
    await until(() => expect(journal()).toContain('Next try in 7000 ms'));
  });

  it('takes the address when keepalived makes this server master, and says so once', async () => {
    const { sandbox, bench } = await open();
    const { journal } = bench.run();
    await bench.keepalived('MASTER');
    await until(() => expect(journal()).toContain('took 10.0.10.100 for interface 701236'));
    await sleep(3500);
    expect(await changes(sandbox)).toEqual(['assignSecondaryIps']);
    expect(journal().match(/took/g)).toHaveLength(1);
    expect(await bench.guard('status')).toMatchObject({
      status: 0,
      stdout: 'vip: master, and interface 701236 holds 10.0.10.100.\n',
    });
    const metrics = (await bench.guard('status', '--metrics')).stdout;
    expect(metrics).toContain('ncloud_vip_master{instance="vip"} 1\n');
    expect(metrics).toContain('ncloud_vip_takeovers_total{instance="vip"} 1\n');
    for (const line of metrics.trim().split('\n')) expect(line).toMatch(/^ncloud_vip_\w+\{instance="vip"\} -?\d+$/);
  });

  it('does nothing for a word of MASTER whose keepalived was killed', async () => {
    const { sandbox, bench } = await open();
    const keepalived = await bench.keepalived('MASTER');
    process.kill(-keepalived.pid!, 'SIGKILL');
    await sleep(100);
    const { journal } = bench.run();
    await until(() => expect(journal()).toContain('does not run any more'));
    expect(await changes(sandbox)).toEqual([]);
  });

  it('does nothing for a word of MASTER that did not come from keepalived', async () => {
    const { sandbox, bench } = await open();
    await bench.guard('notify', 'vip', 'MASTER');
    const { journal } = bench.run();
    await until(() => expect(journal()).toContain('standby'));
    expect(await changes(sandbox)).toEqual([]);
  });

  it('does nothing while the address is not on the device', async () => {
    const { sandbox, bench } = await open();
    bench.program('ip', ':');
    await bench.keepalived('MASTER');
    const { journal } = bench.run();
    await until(() => expect(journal()).toContain('10.0.10.100 is not on eth0'));
    expect(await changes(sandbox)).toEqual([]);
  });

  it('ends a try at once when this server is master no more', async () => {
    const { bench } = await open();
    const marks = `${bench.folder}/marks`;
    const answer = `printf 'HTTP/1.1 200 OK\\r\\n\\r\\n{"networkInterfaceNo": "701236", "secondaryIpList": [], "returnCode": "0"}'`;
    const slow = `echo begun >> ${marks}; sleep 5 & wait; echo done >> ${marks}`;
    bench.program('curl', `if [[ $(cat) == *assignSecondaryIps* ]]; then ${slow}; fi; ${answer}`);
    const { journal } = bench.run();
    const keepalived = await bench.keepalived('MASTER');
    await until(() => expect(textOf(marks)).toBe('begun\n'));
    process.kill(-keepalived.pid!, 'SIGKILL');
    await until(() => expect(journal()).toContain('not master any more: the try for 10.0.10.100 ends'));
    await sleep(5500);
    expect(textOf(marks)).toBe('begun\n');
  });

  it('keeps the order of events that overtake each other: the one that keepalived began later counts', () => {
    const bench = openGuardBench('http://127.0.0.1:9');
    // Begun first, it writes last.
    const script = `(sleep 0.5; exec bash ${guardFile} notify vip MASTER) & sleep 0.1; bash ${guardFile} notify vip BACKUP; wait; cat ${bench.folder}/run/vip/state/* | tail -n 1`;
    const env = { ...process.env, NCLOUD_VIP_RUN: `${bench.folder}/run` };
    const { stdout } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env, stdio: 'pipe' });
    expect(stdout).toMatch(/^BACKUP /);
  });

  it('shows the secret key to nobody: not in arguments, not in the journal', async () => {
    const { sandbox, bench } = await open();
    bench.program('openssl', `printf '%s\\n' "$*" >> ${bench.folder}/arguments; exec /usr/bin/openssl "$@"`);
    bench.program('curl', `printf '%s\\n' "$*" >> ${bench.folder}/arguments; exec /usr/bin/curl "$@"`);
    const { stdout, stderr, status } = await bench.guard('check', 'vip');
    expect(status).toBe(0);
    const seen = textOf(`${bench.folder}/arguments`);
    expect(seen).toContain('dgst -sha256');
    for (const text of [seen, stdout, stderr]) expect(text).not.toContain(sandbox.secretKey);
    expect(seen).not.toContain(sandbox.accessKey);
  });

  it('is critical as a master that cannot ask, and a warning as a standby that cannot', async () => {
    const { sandbox, bench } = await open();
    bench.setKeys({ ...sandbox, secretKey: 'ncpTestSecretKeyThatIsNotTheRightOne' });
    const { journal } = bench.run();
    await bench.keepalived('BACKUP');
    await until(() => expect(journal()).toContain('standby, and cannot ask NAVER Cloud: HTTP 401'));
    await until(async () => expect(await bench.guard('status')).toMatchObject({ status: 1 }));
    await bench.keepalived('MASTER');
    await until(async () => expect(await bench.guard('status')).toMatchObject({ status: 2 }));
    expect(await changes(sandbox)).toEqual([]);
  });

  it('is unknown while the service does not run, and where nothing is set up', async () => {
    const bench = openGuardBench('http://127.0.0.1:9');
    expect(await bench.guard('status')).toMatchObject({
      status: 3,
      stdout: 'vip: UNKNOWN: the service does not run\n',
    });
    expect(await bench.guard('status', 'other')).toMatchObject({ status: 3 });
  });
});
