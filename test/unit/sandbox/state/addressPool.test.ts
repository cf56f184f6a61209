import { describe, expect, it } from 'vitest';
import { AddressPool } from '../../../../src/sandbox/state/addressPool';
import type { InterfaceRecord } from '../../../../src/sandbox/state/records';

describe('AddressPool', () => {
  const holder = (subnetNo: string, ip: string, secondaryIpList: string[] = []): InterfaceRecord => ({
    networkInterfaceNo: ip,
    networkInterfaceName: 'nic',
    subnetNo,
    deleteOnTermination: false,
    isDefault: false,
    status: 'NOTUSED',
    ip,
    macAddress: 'F2:20:00:00:00:01',
    accessControlGroupNoList: [],
    networkInterfaceDescription: '',
    secondaryIpList,
  });
  const subnet = { subnetNo: '1', subnet: '192.168.1.16/28' };

  it.each([
    ['192.168.1.15', 'outside'],
    ['192.168.1.16', 'reserved'],
    ['192.168.1.21', 'reserved'],
    ['192.168.1.22', 'usable'],
    ['192.168.1.30', 'usable'],
    ['192.168.1.31', 'reserved'],
    ['192.168.1.32', 'outside'],
    ['192.168.1', 'invalid'],
    ['192.168.1.022', 'invalid'],
    ['0xc0a80116', 'invalid'],
    ['192.168.1.256', 'invalid'],
    ['::ffff:192.168.1.22', 'invalid'],
    [' 192.168.1.22', 'invalid'],
  ])('calls %s %s', (address, place) => {
    expect(new AddressPool(subnet, []).placeOf(address)).toBe(place);
  });

  it.each([
    ['10.0.0.0/28', 9],
    ['10.0.0.0/27', 25],
    ['10.0.0.0/24', 249],
  ])('has in %s %i usable addresses', (cidr, count) => {
    expect(new AddressPool({ subnetNo: '1', subnet: cidr }, []).lowestFree(100_000)).toHaveLength(count);
  });

  it('gives the lowest free addresses in ascending order, past .255 as well', () => {
    const pool = new AddressPool({ subnetNo: '1', subnet: '10.0.0.0/22' }, [holder('1', '10.0.0.6', ['10.0.0.8'])]);
    expect(pool.lowestFree(2, ['10.0.0.9'])).toEqual(['10.0.0.7', '10.0.0.10']);
    expect(pool.lowestFree(300).slice(247, 249)).toEqual(['10.0.0.255', '10.0.1.0']);
  });

  it('knows holders in its own subnet only', () => {
    const pool = new AddressPool(subnet, [holder('1', '192.168.1.22', ['192.168.1.23']), holder('2', '192.168.1.24')]);
    expect(pool.holderOf('192.168.1.22')).toMatchObject({ isPrimary: true });
    expect(pool.holderOf('192.168.1.23')).toMatchObject({ isPrimary: false });
    expect(pool.holderOf('192.168.1.24')).toBeUndefined();
  });
});
