import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/change/outcome';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { readArguments } from '../../../../src/features/readArguments';
import type { Command } from '../../../../src/features/commandContext';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { byCode, call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

const web01 = '701236';
const web02 = '701237';
const full = '701243';
const busy = '701246';

/** The region was read; then `meanwhile` happened elsewhere, and the clock of the commands goes on by `ageMs`. */
async function openLater(ageMs: number, meanwhile: readonly object[], ...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, sandbox, profile } = bench;
  // First, so that what it changes is in what is read.
  await sandbox.change({ assign: { networkInterfaceNo: web01, address: '10.0.10.30' } });
  await context.networks.load({ profile, regionCode: 'KR' });
  for (const change of meanwhile) await sandbox.change(change as Readonly<Record<string, unknown>>);
  await sandbox.clearRequests();
  const clock = { ...context.clock, now: () => context.clock.now() + ageMs };
  const held = async (no: string): Promise<readonly string[]> => {
    const { regions } = await sandbox.state();
    return regions.flatMap((one) => one.interfaces).find((one) => one.networkInterfaceNo === no)?.secondaryIpList ?? [];
  };
  const calls = async (): Promise<string[]> => (await sandbox.requests()).map(({ action }) => action);
  return { ...bench, context: { ...context, clock }, held, calls };
}
const minute = 60_000;

describe('a refusal that rests on what was read a minute ago', () => {
  const cases: Record<string, readonly [Command, object, readonly object[]]> = {
    'an address that was held': [
      assignSecondaryIps,
      { networkInterfaceNo: web01, secondaryIps: ['10.0.10.20'] },
      [{ unassign: { networkInterfaceNo: web02, address: '10.0.10.20' } }],
    ],
    'an interface that was full': [
      assignSecondaryIps,
      { networkInterfaceNo: full, count: 1 },
      [{ unassign: { networkInterfaceNo: full, address: '10.0.60.7' } }],
    ],
    'an address that nobody held': [
      moveSecondaryIps,
      { networkInterfaceNo: web02, secondaryIps: ['10.0.10.40'], to: web01 },
      [{ assign: { networkInterfaceNo: web02, address: '10.0.10.40' } }],
    ],
    'an address that was elsewhere': [
      moveSecondaryIps,
      { networkInterfaceNo: '701252', secondaryIps: ['10.0.10.20'], to: web01 },
      [{ assign: { networkInterfaceNo: '701252', address: '10.0.10.20' } }],
    ],
    'an address that was somebody’s primary': [
      assignSecondaryIps,
      { networkInterfaceNo: web01, secondaryIps: ['10.0.10.7'] },
      [{ replace: { networkInterfaceNo: '701252', ip: '10.0.10.8' } }],
    ],
    'an interface whose primary address that was is gone': [
      assignSecondaryIps,
      { networkInterfaceNo: web01, secondaryIps: ['10.0.10.7'] },
      [{ remove: { networkInterfaceNo: '701252' } }],
    ],
    'a subnet in which every address was held': [
      assignSecondaryIps,
      { networkInterfaceNo: '701245', count: 1 },
      [{ unassign: { networkInterfaceNo: full, address: '10.0.60.7' } }],
    ],
    'an address that was not there to take off': [
      unassignSecondaryIps,
      { networkInterfaceNo: web02, secondaryIps: ['10.0.10.40'] },
      [{ assign: { networkInterfaceNo: web02, address: '10.0.10.40' } }],
    ],
  };

  it.each(Object.keys(cases))('is not made when one read shows otherwise: %s', async (name) => {
    const [command, options, meanwhile] = cases[name]!;
    const { context } = await openLater(minute, meanwhile);
    expect(((await byCode(command, context, options)) as Outcome).result).toBe('applied');
  });

  it('is not made of an interface that was busy and is no more', async () => {
    const { context, sandbox } = await openLater(minute, []);
    await sandbox.settle(busy);
    expect(await byCode(assignSecondaryIps, context, { networkInterfaceNo: busy, count: 1 })).toMatchObject({
      result: 'applied',
    });
  });

  it('is made, with the reason of now, when one read of the touched interfaces shows it again', async () => {
    const taken = [{ assign: { networkInterfaceNo: '701252', address: '10.0.10.20' } }];
    const { context, sandbox, profile } = await openLater(minute, taken);
    const wrong = { networkInterfaceNo: web02, secondaryIps: ['10.0.10.30'], to: '701252' };
    await expect(byCode(moveSecondaryIps, context, wrong)).rejects.toThrow(
      '10.0.10.30 is no longer where it was: web-01/eth0 holds it now.',
    );
    const requests = await sandbox.requests();
    expect(requests.map(({ action }) => action)).toEqual(['getNetworkInterfaceList', 'getNetworkInterfaceList']);
    const numbers = requests.flatMap(({ params }) =>
      Object.entries(params).flatMap(([key, value]) => (key.startsWith('networkInterfaceNoList') ? [value] : [])),
    );
    expect(numbers.sort()).toEqual([web01, web02, '701252']);
    const state = context.networks.state({ profile, regionCode: 'KR' });
    const seen = state.last?.network.interface('701252')?.secondaryIpList;
    expect(seen).toContain('10.0.10.20');
  });

  it('is left to the region when an interface is missing from that read, and takes no row out of the tree', async () => {
    const { context, sandbox, profile, calls } = await openLater(minute, []);
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'otherAccount' }]);
    const running = byCode(assignSecondaryIps, context, { networkInterfaceNo: web01, secondaryIps: ['10.0.10.20'] });
    await expect(running).rejects.toThrow('10.0.10.20');
    expect(await calls()).toContain('getVpcList');
    const state = context.networks.state({ profile, regionCode: 'KR' });
    expect(state.last?.network.interface(web02)).toBeTruthy();
  });

  it('is the error of that read when it fails: nobody knows', async () => {
    const { context, sandbox } = await openLater(minute, []);
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission' }]);
    const running = byCode(assignSecondaryIps, context, { networkInterfaceNo: full, count: 1 });
    await expect(running).rejects.toMatchObject({ kind: 'permission' });
  });

  it('is made without a read when it is about what was asked for', async () => {
    const { context, calls } = await openLater(minute, []);
    const outside = { networkInterfaceNo: web01, secondaryIps: ['10.0.20.50'] };
    await expect(byCode(assignSecondaryIps, context, outside)).rejects.toThrow('outside subnet');
    expect(await calls()).toEqual([]);
  });
});

it('a refusal that rests on what was read just now is made at once', async () => {
  const { context, calls } = await openLater(0, []);
  await expect(byCode(assignSecondaryIps, context, { networkInterfaceNo: full, count: 1 })).rejects.toThrow('is full');
  expect(await calls()).toEqual([]);
});

it('an interface that was full a minute ago can be chosen in the wizard when it has room by now', async () => {
  const meanwhile = [{ unassign: { networkInterfaceNo: full, address: '10.0.60.7' } }];
  const { context, held } = await openLater(
    minute,
    meanwhile,
    user.picks('db-01/eth2'),
    user.picks('Let NAVER Cloud choose'),
    user.picks('1'),
    user.picks('Assign'),
  );
  expect(await call(assignSecondaryIps, context)).toMatchObject({ result: 'applied' });
  expect(await held(full)).toHaveLength(5);
});

it('several interfaces of which one was full a minute ago are asked about as they are now', async () => {
  const meanwhile = [7, 8].map((end) => ({ unassign: { networkInterfaceNo: full, address: `10.0.60.${end}` } }));
  const { context, profile } = await openLater(minute, meanwhile, user.dismisses());
  const row = (no: string): object => ({
    id: no,
    subject: { kind: 'interface', scope: { profile, regionCode: 'KR' }, networkInterfaceNo: no },
  });
  await assignSecondaryIps(context, readArguments('ncloudIp.assignSecondaryIps', [row(full), [row(full), row(web01)]]));
  expect(context.prompter.asked[0]?.choices).toEqual(['1', '2']);
});

it('a name in a list that was not known a minute ago is looked for in the region as it is now', async () => {
  const { context, calls } = await openLater(minute, []);
  await expect(byCode(assignFromList, context, { text: 'nobody,10.0.10.11' })).rejects.toThrow(
    /No network interface nobody in/,
  );
  expect((await calls()).filter((action) => action === 'getNetworkInterfaceList')).toHaveLength(1);
});
