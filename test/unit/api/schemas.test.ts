import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../src/api/answers/parseXml';
import { accessControlGroup } from '../../../src/api/actions/accessControlGroups';
import { callerIdentity } from '../../../src/api/actions/identity';
import { listAnswer, type ListDemand } from '../../../src/api/schemas/listAnswer';
import { networkInterface } from '../../../src/api/schemas/networkInterface';
import { region, zone } from '../../../src/api/actions/regions';
import { server } from '../../../src/api/actions/servers';
import { subnet, vpc } from '../../../src/api/actions/vpcs';
import { wireInterface } from '../../support/answers';

const list = { name: 'networkInterfaceList', key: 'networkInterfaceNo', row: networkInterface } as const;
const interfaces = listAnswer(list, 'rows');
const bare = {
  networkInterfaceNo: '1',
  subnetNo: '2',
  ip: '10.0.0.6',
  networkInterfaceStatus: { code: 'USED' },
  secondaryIpList: [],
};
const rowsOf = (...rows: readonly unknown[]) => ({ totalRows: rows.length, networkInterfaceList: rows });
const flawOf = (answer: unknown, demand: ListDemand = 'rows') =>
  v.safeParse(listAnswer(list, demand), answer).issues?.[0].message;

function readXml(inner: string): unknown {
  return v.parse(interfaces, (parseXml(`<root>${inner}</root>`) as { root: unknown }).root);
}

describe('the schema of a network interface', () => {
  it('reads missing, null and empty alike: undefined', () => {
    const optional = [
      'deviceName',
      'instanceType',
      'instanceNo',
      'macAddress',
      'networkInterfaceDescription',
      'enableFlowLog',
    ] as const;
    const nothing = (value: unknown) => Object.fromEntries(optional.map((name) => [name, value]));
    const readings = [{}, nothing(null), nothing(''), nothing('  ')].map((extra) =>
      v.parse(networkInterface, { ...bare, ...extra }),
    );
    const [first] = readings;
    for (const reading of readings) expect(reading).toStrictEqual(first);
    for (const name of optional) expect(first?.[name]).toBeUndefined();
  });

  it.each([undefined, null, '', '\n  ', []])('reads a list of groups that is %j as empty, never absent', (groups) => {
    const read = v.parse(networkInterface, { ...bare, accessControlGroupNoList: groups });
    expect(read.accessControlGroupNoList).toEqual([]);
  });

  it('is one object for each code, however many rows repeat it', () => {
    const rows = [1, 2].map(() => v.parse(networkInterface, JSON.parse(JSON.stringify(bare))));
    expect(rows[0]?.networkInterfaceStatus).toBe(rows[1]?.networkInterfaceStatus);
    const renamed = { ...bare, networkInterfaceStatus: { code: 'USED', codeName: 'another name' } };
    expect(v.parse(networkInterface, renamed).networkInterfaceStatus.codeName).toBe('another name');
  });

  it('reads no list out of a depth that a stack does not bear', () => {
    const groups: unknown = JSON.parse('{"a":'.repeat(100_000) + '"1"' + '}'.repeat(100_000));
    const read = v.parse(networkInterface, { ...bare, accessControlGroupNoList: groups });
    expect(read.accessControlGroupNoList).toEqual([]);
  });

  it.each(['', '\n  ', [], ['']])('reads addresses that are %j as none', (secondaryIpList) => {
    expect(v.parse(networkInterface, { ...bare, secondaryIpList }).secondaryIpList).toEqual([]);
  });

  it.each([
    [undefined, 'is missing'],
    [null, 'is missing'],
    [{}, 'has an entry that is no IPv4 address'],
    [[null], 'has an entry that is no IPv4 address'],
    [[{ secondaryIp: '10.0.0.7' }], 'has an entry that is no IPv4 address'],
    [['10.0.0.7', 'ten'], 'has an entry that is no IPv4 address'],
    [Array.from({ length: 300 }, () => '10.0.0.7'), 'has too many entries'],
  ])('never takes addresses that are %j for none: the row is unreadable', (secondaryIpList, why) => {
    const row = JSON.parse(JSON.stringify({ ...bare, secondaryIpList })) as unknown;
    expect(v.safeParse(networkInterface, row).issues?.[0].message).toBe(why);
  });

  it('cuts texts that are absurdly long, and refuses such numbers', () => {
    const long = 'x'.repeat(5_000);
    expect(v.parse(networkInterface, { ...bare, networkInterfaceName: long }).networkInterfaceName).toHaveLength(1_000);
    expect(v.safeParse(networkInterface, { ...bare, networkInterfaceNo: long }).issues?.[0].message).toBe(
      'is too long',
    );
  });

  it('reads numbers where ids and codes should be text', () => {
    const read = v.parse(networkInterface, {
      ...bare,
      networkInterfaceNo: 701236,
      subnetNo: 0,
      accessControlGroupNoList: [1581],
    });
    expect(read).toMatchObject({ networkInterfaceNo: '701236', subnetNo: '0', accessControlGroupNoList: ['1581'] });
  });

  it('keeps the order of the service in secondaryIpList', () => {
    const read = v.parse(networkInterface, wireInterface({ secondaryIpList: ['10.0.10.52', '10.0.10.17'] }));
    expect(read.secondaryIpList).toEqual(['10.0.10.52', '10.0.10.17']);
  });

  it('leaves out fields it does not know', () => {
    expect(v.parse(networkInterface, { ...bare, vpcNo: '9' })).not.toHaveProperty('vpcNo');
  });

  it.each(['networkInterfaceNo', 'subnetNo', 'ip', 'networkInterfaceStatus'])('names %s when it is missing', (name) => {
    const { rows, unreadable } = v.parse(interfaces, rowsOf(bare, { ...bare, [name]: '' }));
    expect(rows).toHaveLength(1);
    expect(unreadable).toMatchObject([{ index: 1, why: `${name} is missing` }]);
  });
});

describe('a list', () => {
  it('leaves out the rows that nobody can read and names them', () => {
    const echo = 'ncpTestAccessKey0001';
    const bad = [{ ...bare, networkInterfaceNo: '701236', ip: 'ten' }, 'text', null, { networkInterfaceNo: echo }];
    const { rows, unreadable } = v.parse(interfaces, rowsOf(...bad, bare));
    expect(rows.map((row) => row.networkInterfaceNo)).toEqual(['1']);
    expect(unreadable).toEqual([
      { index: 0, key: '701236', why: 'ip is no IPv4 address' },
      { index: 1, why: 'is no object' },
      { index: 2, why: 'is no object' },
      { index: 3, why: 'subnetNo is missing' },
    ]);
  });

  it.each([
    [{}, 'is missing'],
    [{ networkInterfaceList: null }, 'is missing'],
    [{ totalRows: 3, networkInterfaceList: [] }, 'is empty, though totalRows is 3'],
    [rowsOf({}), 'has no row that can be read: networkInterfaceNo is missing'],
    [rowsOf(...Array.from({ length: 20_000 }, () => ({}))), 'has more than 10000 rows'],
  ])('%# is no list', (answer, flaw) => {
    expect(flawOf(answer)).toBe(flaw);
  });

  it('may be empty when the service counts no rows, or none at all', () => {
    expect(flawOf(rowsOf())).toBeUndefined();
    expect(flawOf({ networkInterfaceList: [] })).toBeUndefined();
  });

  it('may be empty on a later page, but not be missing', () => {
    expect(flawOf({ totalRows: 3, networkInterfaceList: [] }, 'list')).toBeUndefined();
    expect(flawOf({ totalRows: 3 }, 'list')).toBe('is missing');
  });

  it('may be missing from the answer to a change, and is told from one that is empty', () => {
    const change = listAnswer(list, 'nothing');
    expect(v.parse(change, {})).toMatchObject({ hasList: false, rows: [] });
    expect(v.parse(change, rowsOf())).toMatchObject({ hasList: true, rows: [] });
  });
});

describe('an XML answer', () => {
  const json = { totalRows: 1, networkInterfaceList: [wireInterface()] };
  const fields = `
    <networkInterfaceNo>701236</networkInterfaceNo><networkInterfaceName>nic-701236</networkInterfaceName>
    <subnetNo>3104</subnetNo><deleteOnTermination>true</deleteOnTermination><isDefault>true</isDefault>
    <deviceName>eth0</deviceName>
    <networkInterfaceStatus><code>SET</code><codeName>Configuring</codeName></networkInterfaceStatus>
    <instanceType><code>VSVR</code><codeName>Server (VPC)</codeName></instanceType>
    <instanceNo>10423318</instanceNo><ip>10.0.10.14</ip><macAddress>F2:20:AF:3C:19:AC</macAddress>
    <enableFlowLog>false</enableFlowLog><networkInterfaceDescription/>`;
  const wrap = (lists: string) =>
    `<totalRows>1</totalRows><networkInterfaceList><networkInterface>${fields}${lists}</networkInterface></networkInterfaceList>`;

  it.each([
    [
      'singular items',
      `<accessControlGroupNoList><accessControlGroupNo>1581</accessControlGroupNo></accessControlGroupNoList>
       <secondaryIpList><secondaryIp>10.0.10.52</secondaryIp><secondaryIp>10.0.10.17</secondaryIp></secondaryIpList>`,
    ],
    [
      'a repeated plural',
      `<accessControlGroupNoList>1581</accessControlGroupNoList>
       <secondaryIpList>10.0.10.52</secondaryIpList><secondaryIpList>10.0.10.17</secondaryIpList>`,
    ],
    [
      'the plural inside the plural',
      `<accessControlGroupNoList><accessControlGroupNoList>1581</accessControlGroupNoList></accessControlGroupNoList>
       <secondaryIpList><secondaryIpList>10.0.10.52</secondaryIpList><secondaryIpList>10.0.10.17</secondaryIpList></secondaryIpList>`,
    ],
  ])('with lists of text as %s gives what the JSON one gives', (_form, lists) => {
    expect(readXml(wrap(lists))).toStrictEqual(v.parse(interfaces, json));
  });

  it('with one or several interfaces gives a list', () => {
    const one = (no: string) =>
      `<networkInterface>${fields.replace('701236', no)}<secondaryIpList/></networkInterface>`;
    expect(readXml(`<networkInterfaceList>${one('1')}${one('2')}</networkInterfaceList>`)).toMatchObject({
      rows: [{ networkInterfaceNo: '1' }, { networkInterfaceNo: '2' }],
    });
  });

  it.each(['<networkInterfaceList/>', '<networkInterfaceList>\n</networkInterfaceList>'])(
    'with %j has no rows',
    (empty) => {
      expect(readXml(`<totalRows>0</totalRows>${empty}`)).toMatchObject({ totalRows: 0, hasList: true, rows: [] });
    },
  );
});

describe('totalRows', () => {
  it.each([
    [3, 3],
    ['3', 3],
    [undefined, undefined],
    ['many', undefined],
  ])('%j reads as %j', (wire, read) => {
    expect(v.parse(interfaces, { ...rowsOf(bare), totalRows: wire }).totalRows).toBe(read);
  });
});

describe('the other schemas', () => {
  it('show an id where a name is missing', () => {
    expect(v.parse(region, { regionCode: 'KR' })).toStrictEqual({ regionCode: 'KR', regionName: 'KR' });
    expect(v.parse(zone, { zoneCode: 'KR-1', regionCode: 'KR' }).zoneName).toBe('KR-1');
    expect(v.parse(vpc, { vpcNo: 1204, ipv4CidrBlock: '10.0.0.0/16' })).toEqual({
      vpcNo: '1204',
      vpcName: '1204',
      ipv4CidrBlock: '10.0.0.0/16',
    });
    expect(v.parse(subnet, { subnetNo: 1, vpcNo: 2, subnet: '10.0.0.0/24', subnetName: null }).subnetName).toBe('1');
    expect(v.parse(accessControlGroup, { accessControlGroupNo: 5, isDefault: 'true' })).toEqual({
      accessControlGroupNo: '5',
      accessControlGroupName: '5',
      isDefault: true,
    });
  });

  it('read a server with no interfaces and no public address', () => {
    const read = v.parse(server, { serverInstanceNo: '1', serverName: 'web-01', publicIp: '', hypervisorType: 'XEN' });
    expect(read).toEqual({
      serverInstanceNo: '1',
      serverName: 'web-01',
      hypervisorType: { code: 'XEN' },
      networkInterfaceNoList: [],
    });
  });

  it('read who a key belongs to', () => {
    expect(v.parse(callerIdentity, { id: 1, loginAlias: null, userType: 'Sub' })).toEqual({
      id: '1',
      userType: 'Sub',
    });
  });
});
