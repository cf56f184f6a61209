import { describe, expect, it } from 'vitest';
import { planDigest } from '../../../src/plan/planDigest';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { buildEntry } from '../../support/buildEntry';
import { buildScope } from '../../support/buildProfile';
import { openToolDesk } from '../../support/toolDesk';

const web = buildInterface({ deviceName: 'eth0', instanceNo: '10423318' });
const spare = buildInterface({ networkInterfaceNo: '701240', ip: '10.0.10.15', secondaryIpList: ['10.0.10.21'] });
const network = buildNetwork({ servers: [buildServer()], interfaces: [web, spare] });
const take = {
  changes: [{ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.21'], takeOver: true }],
};

describe('tools that plan', () => {
  it('take interfaces as the tree names them, and show both sides and who loses what', async () => {
    const desk = openToolDesk(network);
    const planned = await desk.ask('planChange', take);
    expect(planned).toMatchObject({
      planId: 'plan-1',
      validUntil: '2026-01-05T09:40:00.000Z',
      calls: 1,
      interfaces: [
        {
          interface: '701236',
          name: '«web-01/eth0»',
          before: [],
          after: ['10.0.10.21'],
          gains: ['10.0.10.21'],
          loses: [],
        },
        { interface: '701240', before: ['10.0.10.21'], after: [], gains: [], loses: ['10.0.10.21'] },
      ],
      losers: [{ interface: '701240', loses: ['10.0.10.21'] }],
    });
    expect(planned.warnings).toContainEqual({ kind: 'takeover', address: '10.0.10.21', from: '701240', to: '701236' });
    const intent = {
      items: [{ kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.21'], allowReassign: true }],
    } as const;
    const same = planChange(intent, network);
    expect(same.ok && planDigest(same.plan)).toBe(planned.digest);
  });

  it('propose unseen addresses for a count, and never leave the choice to the service', async () => {
    const desk = openToolDesk(network);
    const { interfaces } = await desk.ask('planChange', {
      changes: [{ kind: 'assign', interface: '701236', count: 2 }],
    });
    expect(interfaces).toMatchObject([{ gains: ['10.0.10.6', '10.0.10.7'] }]);
  });

  it('propose nothing that an open file reserves, and say for whom what is asked for is kept', async () => {
    const desk = openToolDesk(network);
    desk.reserved.set('3104', new Map([['10.0.10.6', 'OPS-812']]));
    const counted = await desk.ask('planChange', { changes: [{ kind: 'assign', interface: '701236', count: 1 }] });
    expect(counted.interfaces).toMatchObject([{ gains: ['10.0.10.7'] }]);
    const asked = await desk.ask('planChange', {
      changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.6'] }],
    });
    const networkInterfaceNo = '701236';
    expect(asked.warnings).toContainEqual({
      kind: 'reserved',
      address: '10.0.10.6',
      networkInterfaceNo,
      for: '«OPS-812»',
    });
  });

  it('move, and unassign', async () => {
    const desk = openToolDesk(network);
    const moved = await desk.ask('planChange', {
      changes: [{ kind: 'move', interface: 'web-01/eth0', addresses: ['10.0.10.21'], from: 'nic-701240' }],
    });
    expect(moved.losers).toEqual([{ interface: '701240', loses: ['10.0.10.21'] }]);
    const removed = await desk.ask('planChange', {
      changes: [{ kind: 'unassign', interface: '701240', addresses: ['10.0.10.21'] }],
    });
    expect(removed.warnings).toContainEqual({
      kind: 'removes',
      networkInterfaceNo: '701240',
      addresses: ['10.0.10.21'],
    });
  });

  it('say what stands in the way, each with its repair and the wish it comes from', async () => {
    const desk = openToolDesk(network);
    const held = await desk.ask('planChange', {
      changes: [
        { kind: 'assign', interface: '701236', addresses: ['10.0.10.30'] },
        { kind: 'assign', interface: '701236', addresses: ['10.0.10.21'] },
      ],
    });
    expect(held.planId).toBeNull();
    expect(held.problems).toEqual([
      {
        kind: 'heldByOther',
        item: 1,
        address: '10.0.10.21',
        holder: '701240',
        repair: expect.stringContaining('takeOver') as unknown,
      },
    ]);
    // Of what is no name here only the beginning is repeated: it may be something else that was pasted.
    const unknown = await desk.ask('planChange', {
      changes: [{ kind: 'unassign', interface: 'gone', addresses: ['10.0.10.30'] }],
    });
    expect(unknown.problems).toMatchObject([{ kind: 'unknownInterface', item: 0, networkInterfaceNo: '«gone»' }]);
  });

  it('plan nothing on a read-only profile', async () => {
    const desk = openToolDesk(network);
    desk.scope = buildScope({ protection: 'readOnly' });
    expect(await desk.ask('planChange', take)).toMatchObject({ planId: null, problems: [{ kind: 'readOnlyProfile' }] });
  });

  it('take back the newest change of this profile and region, or the one that is named', async () => {
    const undone = buildNetwork({ interfaces: [buildInterface({ secondaryIpList: ['10.0.10.11', '10.0.10.12'] })] });
    const desk = openToolDesk(undone);
    expect(await desk.ask('planUndo')).toMatchObject({ error: 'nothingToUndo' });
    desk.entries = [buildEntry({ id: 'x', regionCode: 'JPN' }), buildEntry({ id: 'mine' })];
    const planned = await desk.ask('planUndo');
    expect(planned.losers).toEqual([{ interface: '701236', loses: ['10.0.10.11', '10.0.10.12'] }]);
    expect((await desk.ask('planUndo', { entry: 'mine' })).digest).toBe(planned.digest);
    expect(await desk.ask('planUndo', { entry: 'x' })).toMatchObject({ error: 'unknownEntry' });
    desk.entries = [buildEntry({ id: 'mine', state: 'open' })];
    expect(await desk.ask('planUndo', { entry: 'mine' })).toMatchObject({ error: 'unfinishedEntry' });
    desk.entries = [buildEntry({ id: 'mine', undoneBy: 'later' })];
    expect(await desk.ask('planUndo', { entry: 'mine' })).toMatchObject({ problems: [{ kind: 'alreadyUndone' }] });
  });

  it('refuse a plan that is too long to be read', async () => {
    const interfaces = Array.from({ length: 120 }, (_, at) =>
      buildInterface({
        networkInterfaceNo: String(800_000 + at),
        ip: `10.0.10.${at + 6}`,
        secondaryIpList: [1, 2, 3, 4, 5].map((one) => `10.0.20.${(at % 50) * 5 + one}`),
      }),
    );
    const desk = openToolDesk(buildNetwork({ interfaces }));
    const changes = interfaces.slice(0, 20).map(({ networkInterfaceNo, secondaryIpList }) => ({
      kind: 'unassign',
      interface: networkInterfaceNo,
      addresses: secondaryIpList,
    }));
    expect(await desk.ask('planChange', { changes })).toMatchObject({ error: 'planTooLarge' });
  });
});
