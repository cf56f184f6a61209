import { describe, expect, it } from 'vitest';
import { copyRows } from '../../../src/copy/copyRow';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '9', vpcNo: 'other' })],
  servers: [buildServer({ publicIp: '203.0.113.24' })],
  interfaces: [
    buildInterface({
      instanceNo: '10423318',
      deviceName: 'eth0',
      isDefault: true,
      accessControlGroupNoList: ['1581', '1582'],
      secondaryIpList: ['10.0.10.52', '10.0.10.17'],
    }),
    buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.7' }),
    buildInterface({ networkInterfaceNo: '3', ip: '10.0.10.8', subnetNo: '9' }),
    buildInterface({ networkInterfaceNo: '4', ip: '10.0.30.8', subnetNo: 'unread' }),
  ],
});
const addresses = (...selection: Parameters<typeof copyRows>[0]) =>
  copyRows(selection, network).map(({ address }) => address);

describe('the rows of a selection', () => {
  it('of an interface are its primary address and its secondary ones, with everything around them', () => {
    const groups = [{ accessControlGroupNo: '1581', accessControlGroupName: 'web-acg' }];
    const rows = copyRows([{ kind: 'interface', networkInterfaceNo: '701236' }], network, groups);
    expect(rows.map(({ role, address }) => `${role} ${address}`)).toEqual([
      'primary 10.0.10.14',
      'secondary 10.0.10.17',
      'secondary 10.0.10.52',
    ]);
    expect(rows[0]).toEqual({
      region: 'KR',
      vpc: 'prod-vpc',
      subnet: 'web-pub',
      range: '10.0.10.0/24',
      interface: '701236',
      name: 'nic-701236',
      server: 'web-01',
      device: 'eth0',
      status: 'NOTUSED',
      mac: '',
      publicIp: '203.0.113.24',
      acg: 'web-acg (1581), 1582',
      role: 'primary',
      address: '10.0.10.14',
    });
  });

  it('have the public IP of a server on its default interface only, and numbers of ACGs whose names are not known', () => {
    const second = buildInterface({ networkInterfaceNo: '2', instanceNo: '10423318', accessControlGroupNoList: ['7'] });
    const part = buildNetwork({ servers: [buildServer({ publicIp: '203.0.113.24' })], interfaces: [second] });
    const rows = copyRows([{ kind: 'interface', networkInterfaceNo: '2' }], part);
    expect(rows).toMatchObject([{ server: 'web-01', publicIp: '', acg: '7' }]);
  });

  it('of an address are that address alone', () => {
    expect(addresses({ kind: 'address', networkInterfaceNo: '701236', address: '10.0.10.17' })).toEqual(['10.0.10.17']);
  });

  it('of a server are those of its interfaces', () => {
    const expected = ['10.0.10.14', '10.0.10.17', '10.0.10.52'];
    expect(addresses({ kind: 'server', serverInstanceNo: '10423318' })).toEqual(expected);
  });

  it('of a subnet or a VPC are those of its interfaces only', () => {
    const expected = ['10.0.10.7', '10.0.10.14', '10.0.10.17', '10.0.10.52'];
    expect(addresses({ kind: 'subnet', subnetNo: '3104' })).toEqual(expected);
    expect(addresses({ kind: 'vpc', vpcNo: '1204' })).toEqual(expected);
  });

  it('hold an address once, even when it and its interface are selected', () => {
    expect(
      addresses(
        { kind: 'address', networkInterfaceNo: '701236', address: '10.0.10.17' },
        { kind: 'interface', networkInterfaceNo: '701236' },
      ),
    ).toEqual(['10.0.10.17', '10.0.10.14', '10.0.10.52']);
  });

  it('stay visible when the subnet could not be read, and are none for what is gone', () => {
    expect(copyRows([{ kind: 'interface', networkInterfaceNo: '4' }], network)).toMatchObject([
      { subnet: 'unread', vpc: '', range: '', address: '10.0.30.8' },
    ]);
    expect(addresses({ kind: 'interface', networkInterfaceNo: 'gone' })).toEqual([]);
  });
});
