import { describe, expect, it } from 'vitest';
import { addressToNumber } from '../../../src/model/address';
import type { NetworkState } from '../../../src/session/networkState';
import { createReservations, type KeptAddresses } from '../../../src/session/reservations';
import { buildNetwork, buildSubnet } from '../../support/buildNetwork';
import { buildProfile } from '../../support/buildProfile';

const network = buildNetwork({
  subnets: [
    buildSubnet({ subnetNo: '1', subnet: '10.0.10.0/24' }),
    // Another VPC with the same range.
    buildSubnet({ subnetNo: '2', vpcNo: '1205', subnet: '10.0.10.0/24' }),
    buildSubnet({ subnetNo: '3', subnet: '10.0.20.0/28' }),
  ],
});
const scope = { profile: buildProfile(), regionCode: 'KR' };
const networks = { state: () => ({ kind: 'loaded', last: { network } }) as unknown as NetworkState };

function kept(first: string, last: string, reason: string, ...subnetNos: string[]): KeptAddresses {
  const range = { first: addressToNumber(first), last: addressToNumber(last), reason };
  return { scope, subnetNos: new Set(subnetNos), ranges: [range] };
}

describe('reservations of open files', () => {
  it('are addresses with whom they are kept for, until the file is closed', () => {
    const reservations = createReservations(networks);
    let changes = 0;
    reservations.onDidChange(() => changes++);
    reservations.set('a', [kept('10.0.20.6', '10.0.20.7', 'OPS-812')]);
    expect([...reservations.reservedIn(scope, '3')]).toEqual([
      ['10.0.20.6', 'OPS-812'],
      ['10.0.20.7', 'OPS-812'],
    ]);
    expect(reservations.reservedIn({ ...scope, regionCode: 'JPN' }, '3').size).toBe(0);
    reservations.set('a', []);
    expect(reservations.reservedIn(scope, '3').size).toBe(0);
    expect(changes).toBe(2);
  });

  it('tell of a change only where there is one', () => {
    const reservations = createReservations(networks);
    let changes = 0;
    reservations.onDidChange(() => changes++);
    reservations.set('a', [kept('10.0.20.6', '10.0.20.7', 'OPS-812', '3')]);
    reservations.set('a', [kept('10.0.20.6', '10.0.20.7', 'OPS-812', '3')]);
    reservations.set('b', []);
    expect(changes).toBe(1);
    reservations.set('a', [kept('10.0.20.6', '10.0.20.7', 'OPS-812', '1')]);
    expect(changes).toBe(2);
  });

  it('count in the subnets of the file where two have the same range, and in both where it names neither', () => {
    const reservations = createReservations(networks);
    reservations.set('a', [kept('10.0.10.30', '10.0.10.30', 'ours', '1')]);
    expect(['1', '2'].map((no) => reservations.reservedIn(scope, no).size)).toEqual([1, 0]);
    reservations.set('a', [kept('10.0.10.30', '10.0.10.30', 'ours', '3')]);
    expect(['1', '2'].map((no) => reservations.reservedIn(scope, no).size)).toEqual([1, 1]);
  });

  it('are no more than the addresses of the subnet that can be used, however long the range', () => {
    const reservations = createReservations(networks);
    reservations.set('a', [kept('0.0.0.0', '255.255.255.255', 'all')]);
    expect(reservations.reservedIn(scope, '3').size).toBe(network.range('3')?.usableCount);
  });
});
