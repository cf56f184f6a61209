import { describe, expect, it, vi } from 'vitest';
import { Uri, window, workspace } from 'vscode';
import { failoverTest } from '../../../../src/features/guest/failoverTest';
import { buildEntry } from '../../../support/buildEntry';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';
import { steppingClock } from '../../../support/steppingClock';

const web01 = '701236';
const web02 = '701237';
const vip = '10.0.10.20';
const vip2 = '10.0.10.21';

/** Runs the test with a clock that steps by seconds; `onStep` is what happens after so many. */
function run(
  { context }: CommandBench,
  options: object,
  onStep: (second: number) => Promise<void> | void = () => undefined,
) {
  // A real time: keys and pauses of the client are compared with it.
  const clock = steppingClock(Date.now(), onStep);
  return call(failoverTest, { ...context, clock }, { networkInterfaceNo: web02, ...options });
}

/** The rows of the table, without what depends on the time of the run. */
function rowsOf(text: unknown): string[][] {
  return [...String(text).matchAll(/^\| (10\.\S+) \| (.+?) \| .* \| (\S+ – \S+) \|$/gm)].map((row) => row.slice(1));
}

describe('Failover Test', () => {
  it('tells who held an address when, for how long nobody did, and changes nothing', async () => {
    const bench = await openCommandBench();
    const { sandbox, opened } = bench;
    const running: string[] = [];
    const text = await run(bench, { secondaryIps: [vip], seconds: 9 }, async (second) => {
      running.push(opened.get(`${vip} · Failover Test`) ?? '');
      if (second === 3) await sandbox.change({ unassign: { networkInterfaceNo: web02, address: vip } });
      if (second === 6) await sandbox.change({ assign: { networkInterfaceNo: web01, address: vip } });
    });
    expect(rowsOf(text)).toEqual([
      [vip, 'web-02/eth0', '2.0 – 3.0'],
      [vip, 'no holder', '2.0 – 4.0'],
      [vip, 'web-01/eth0', '2.0 – 3.0'],
    ]);
    expect(text).toContain(`${vip}: changes of holder: 1`);
    expect(text).toContain('without a holder for 2.0 – 4.0 s at the longest: within the 10 s expected');
    expect(text).toMatch(/- Times checked: 9\n/);
    expect(opened.get(`${vip} · Failover Test`)).toBe(text);
    // It stood open from the start, and said of what went on that it did.
    expect(running[4]).toMatch(/Ended: not yet.*\| no holder \| \S+ – \S+ \| … \| … \|/s);
    const calls = await sandbox.requests();
    expect(calls.filter(({ action }) => !action.startsWith('get'))).toEqual([]);
    const looks = calls.filter(({ params }) => 'networkInterfaceNoList.1' in params);
    expect(looks).toHaveLength(9);
  });

  it('takes answers that do not come for what they are: nobody knows', async () => {
    const bench = await openCommandBench();
    const { sandbox } = bench;
    const text = await run(bench, { secondaryIps: [vip], seconds: 6 }, async (second) => {
      if (second === 2) await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 2 }]);
    });
    expect(rowsOf(text).map(([, holder]) => holder)).toEqual(['web-02/eth0', 'not known', 'web-02/eth0']);
    expect(text).toContain('- Times checked: 6, of which 2 without a response');
    expect(text).toContain(`${vip}: no change was seen`);
    expect(text).toMatch(/- Last failure: \S/);
  });

  it('watches several addresses at once, each with its own rows', async () => {
    const bench = await openCommandBench();
    await bench.sandbox.change({ assign: { networkInterfaceNo: web02, address: vip2 } });
    const text = await run(bench, { secondaryIps: [vip, vip2], seconds: 4 }, async (second) => {
      if (second === 2) await bench.sandbox.change({ assign: { networkInterfaceNo: web01, address: vip2 } });
    });
    expect(rowsOf(text).map(([address, holder]) => [address, holder])).toEqual([
      [vip, 'web-02/eth0'],
      [vip2, 'web-02/eth0'],
      [vip2, 'web-01/eth0'],
    ]);
  });

  it('ends with what it had once the keys are others', async () => {
    const bench = await openCommandBench();
    const { context, profile } = bench;
    const text = await run(bench, { secondaryIps: [vip] }, (second) => {
      if (second === 3) context.credentials.remember(profile.id, { accessKey: 'other', secretKey: 'other' });
    });
    expect(text).toContain('ended because the profile or its keys changed');
    expect(rowsOf(text)).toEqual([[vip, 'web-02/eth0', '2.0 – 2.0']]);
  });

  it('ends with what it had once the profile is gone', async () => {
    const bench = await openCommandBench();
    const { context, profile } = bench;
    const text = await run(bench, { secondaryIps: [vip] }, async (second) => {
      if (second === 2) await context.profiles.remove(profile.id);
    });
    expect(text).toContain('ended because the profile or its keys changed');
    expect(rowsOf(text)).toHaveLength(1);
  });

  it('ends by itself after half an hour', async () => {
    const bench = await openCommandBench();
    let last = 0;
    const reader = { interfaces: () => Promise.resolve([]), follow: () => undefined };
    Object.assign(bench.context, { readers: { ...bench.context.readers, open: () => Promise.resolve(reader) } });
    const text = await run(bench, { secondaryIps: [vip], seconds: 7_200 }, (second) => {
      last = second;
    });
    expect(last).toBe(30 * 60);
    expect(text).toContain('ended because its time was over');
    expect(text).toContain('- Times checked: 1800');
  });

  it('names the changes of this machine to the address in that time, and no others', async () => {
    const bench = await openCommandBench();
    const { context, profile } = bench;
    const entry = (id: string, regionCode: string, startedAt: number, address: string) => {
      const built = buildEntry({ id, regionCode, startedAt, finishedAt: startedAt + 10 });
      const [change] = built.plan.changes;
      const changes = [{ ...change!, subnetNo: '3104', gains: [address], loses: [] }];
      return { ...built, profile: { id: profile.id, name: profile.name }, plan: { ...built.plan, changes } };
    };
    const later = Date.now() + 60_000;
    const entries = [
      entry('20260101T000000000Z-00000004', 'JPN', later, vip),
      entry('20260101T000000000Z-00000003', 'KR', later, vip),
      entry('20260101T000000000Z-00000002', 'KR', later, vip2),
      entry('20260101T000000000Z-00000001', 'KR', 1, vip),
    ];
    Object.assign(context, { history: { ...context.history, list: () => Promise.resolve(entries) } });
    const text = String(await run(bench, { secondaryIps: [vip], seconds: 1 }));
    expect(text.match(/\.\.\/entry[^/]*/g)).toEqual(['../entry%2C20260101T000000000Z-00000003']);
  });

  it('asks for the interface and which of its addresses, and goes back', async () => {
    const bench = await openCommandBench(
      user.picks('web-02/eth0'),
      user.goesBack(),
      user.picks('web-02/eth0'),
      user.ticks({ untick: [vip] }),
    );
    const { context, sandbox } = bench;
    await sandbox.change({ assign: { networkInterfaceNo: web02, address: vip2 } });
    const clock = steppingClock(Date.now());
    const text = await call(failoverTest, { ...context, clock }, { seconds: 1 });
    expect(context.prompter.asked[1]?.initially).toEqual([vip, vip2]);
    expect(text).toContain(`# Failover test of ${vip2}\n`);
  });

  it('does nothing for somebody who thought better of it, and offers an address where there is none', async () => {
    const { context, opened } = await openCommandBench(user.dismisses());
    expect(await call(failoverTest, context)).toBeUndefined();
    const say = vi.spyOn(window, 'showInformationMessage');
    const { network } = await context.networks.load({ profile: context.profiles.active()!, regionCode: 'KR' });
    const empty = network.interfaces.find(({ secondaryIpList }) => secondaryIpList.length === 0)!;
    const { networkInterfaceNo } = empty;
    expect(await call(failoverTest, context, { networkInterfaceNo })).toBeUndefined();
    expect(say).toHaveBeenCalledWith(expect.stringContaining('has no secondary IPs'), 'Assign Secondary IPs');
    expect(opened.size).toBe(0);
    say.mockRestore();
  });

  it('refuses addresses that cannot be of the subnet', async () => {
    const bench = await openCommandBench();
    for (const secondaryIps of [['10.0.20.100'], ['here']])
      await expect(run(bench, { secondaryIps, confirm: false })).rejects.toThrow(/secondaryIps/);
  });

  it('offers a file at the end: the document goes with the window', async () => {
    const bench = await openCommandBench();
    const written = new Map<string, string>();
    vi.spyOn(window, 'showInformationMessage').mockResolvedValueOnce('Save…' as never);
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file('/tmp/test.md')) });
    Object.assign(workspace, {
      fs: {
        writeFile: ({ path }: { path: string }, bytes: Uint8Array) =>
          void written.set(path, Buffer.from(bytes).toString()),
      },
    });
    const text = await run(bench, { secondaryIps: [vip], seconds: 1 });
    await expect.poll(() => written.get('/tmp/test.md')).toBe(text);
  });
});
