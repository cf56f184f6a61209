import { describe, expect, it } from 'vitest';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import type { Step } from '../../../src/plan/plan';
import { stepDrift, touchedBy } from '../../../src/plan/stepDrift';
import { buildInterface } from '../../support/buildNetwork';

const take: Step = {
  id: 1,
  action: 'assignSecondaryIps',
  networkInterfaceNo: '1',
  secondaryIps: ['10.0.10.11', '10.0.10.20'],
  count: 1,
  allowReassign: true,
  takes: [{ address: '10.0.10.20', from: '2' }],
  items: [0],
};
const off: Step = {
  ...take,
  action: 'unassignSecondaryIps',
  secondaryIps: ['10.0.10.20'],
  count: 0,
  takes: [],
  networkInterfaceNo: '2',
};
const nic = (networkInterfaceNo: string, ...secondaryIpList: string[]) =>
  buildInterface({ networkInterfaceNo, secondaryIpList });

describe('stepDrift', () => {
  it('names both sides of a takeover as touched', () => {
    expect(touchedBy(take)).toEqual(['1', '2']);
  });

  it('is content with what was planned, and with changes that do not matter', () => {
    expect(stepDrift(take, [nic('1'), nic('2', '10.0.10.20')])).toBeUndefined();
    expect(stepDrift(take, [nic('1', '10.0.10.60'), nic('2', '10.0.10.61', '10.0.10.20')])).toBeUndefined();
    expect(stepDrift(off, [nic('2', '10.0.10.20', '10.0.10.61')])).toBeUndefined();
  });

  it.each([
    ['a touched interface is gone', [nic('1')], { kind: 'interfaceGone', networkInterfaceNo: '2' }],
    ['the loser lost it already', [nic('1'), nic('2')], { kind: 'noLongerThere', networkInterfaceNo: '2' }],
    [
      'the target has it',
      [nic('1', '10.0.10.11'), nic('2', '10.0.10.20')],
      { kind: 'alreadyThere', address: '10.0.10.11' },
    ],
    [
      'the loser has another one',
      [nic('1'), nic('2', '10.0.10.20', '10.0.10.11')],
      { kind: 'takenMeanwhile', networkInterfaceNo: '2' },
    ],
    ['there is no room', [nic('1', 'a', 'b', 'c'), nic('2', '10.0.10.20')], { kind: 'noRoom', has: 3, wants: 3 }],
  ])('speaks up when %s', (_name, now, drift) => {
    expect(stepDrift(take, now)).toMatchObject(drift);
  });

  it.each([
    ['is attached to another server', { instanceNo: '10423319' }, { kind: 'otherOwner' }],
    ['was detached', { instanceNo: undefined }, { kind: 'otherOwner' }],
    ['belongs to another kind of device', { instanceType: { code: 'CDB' } }, { kind: 'otherOwner' }],
    ['has another primary address', { ip: '10.0.10.99' }, { kind: 'otherInterface' }],
    ['stands in another subnet', { subnetNo: '9999' }, { kind: 'otherInterface' }],
  ])('speaks up when an interface %s', (_what, changed, drift) => {
    const was = { ...nic('2', '10.0.10.20'), instanceNo: '10423318', instanceType: { code: 'VSVR' } };
    const { subnetNo, ip: primary } = was;
    const planned = [{ networkInterfaceNo: '2', subnetNo, primary, instanceNo: '10423318', instanceType: 'VSVR' }];
    expect(stepDrift(off, [was], planned)).toBeUndefined();
    const now = { ...was, ...changed } as NetworkInterface;
    expect(stepDrift(off, [now], planned)).toEqual({ ...drift, networkInterfaceNo: '2' });
  });

  it('speaks up when there is nothing left to take off', () => {
    expect(stepDrift(off, [nic('2')])).toMatchObject({ kind: 'noLongerThere', address: '10.0.10.20' });
  });
});
