import { describe, expect, it } from 'vitest';
import { isSettling } from '../../../src/model/networkInterface';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const web = buildInterface({
  networkInterfaceNo: '1',
  ip: '10.0.10.100',
  instanceNo: '10423318',
  secondaryIpList: ['10.0.10.11'],
});
const spare = buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.20' });
const twin = buildInterface({ networkInterfaceNo: '3', subnetNo: '9', ip: '10.0.10.11' });
const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '9', vpcNo: '1205' })],
  servers: [buildServer()],
  interfaces: [web, spare, twin],
});

describe('network', () => {
  it('finds who holds an address by subnet, because two VPCs may use the same range', () => {
    expect(network.holder('3104', '10.0.10.11')).toEqual({ networkInterface: web, role: 'secondary' });
    expect(network.holder('9', '10.0.10.11')).toEqual({ networkInterface: twin, role: 'primary' });
    expect(network.holder('3104', '10.0.10.12')).toBeUndefined();
  });

  it('sorts a subnet’s interfaces by number, not by text', () => {
    expect(network.interfacesOf('3104')).toEqual([spare, web]);
  });

  it('knows the server only where there is one', () => {
    expect(network.serverOf(web)?.serverName).toBe('web-01');
    expect(network.serverOf(spare)).toBeUndefined();
    expect(network.serverOf({ instanceNo: '404' })).toBeUndefined();
  });

  it('lets a primary address win where a read taken in the middle of a move shows it twice', () => {
    const both = network.withInterfaces([{ ...spare, secondaryIpList: ['10.0.10.100'] }]);
    expect(both.holder('3104', '10.0.10.100')).toEqual({ networkInterface: web, role: 'primary' });
  });

  it('replaces, adds and drops interfaces without touching the network it came from', () => {
    const changed = { ...web, secondaryIpList: [] };
    const added = buildInterface({ networkInterfaceNo: '4', ip: '10.0.10.7' });
    const next = network.withInterfaces([changed, added], ['2']);
    expect(next.interfacesOf('3104')).toEqual([added, changed]);
    expect(next.holder('3104', '10.0.10.11')).toBeUndefined();
    expect(next.interface('2')).toBeUndefined();
    expect(network.interfacesOf('3104')).toEqual([spare, web]);
  });

  it('keeps what dangles visible and has no range for it', () => {
    const lost = buildInterface({ networkInterfaceNo: '5', subnetNo: '404' });
    const dangling = network.withInterfaces([lost]);
    expect(dangling.interfaces).toContain(lost);
    expect(dangling.range('404')).toBeUndefined();
  });

  it('calls USED and NOTUSED at rest and nothing else, whatever status the service comes up with', () => {
    const statuses = ['SET', 'UNSET', 'USED', 'NOTUSED', 'SOMETHING', 'used', 'constructor'];
    const settling = statuses.filter((code) => isSettling({ networkInterfaceStatus: { code } }));
    expect(settling).toEqual(['SET', 'UNSET', 'SOMETHING', 'used', 'constructor']);
  });

  it('sorts secondary IPs as numbers, whatever the order of the service, and what is read again as well', () => {
    const ips = ['10.0.10.100', '10.0.10.9', '10.0.10.20'];
    const unsorted = buildNetwork({ interfaces: [buildInterface({ secondaryIpList: ips })] });
    const again = unsorted.withInterfaces([buildInterface({ secondaryIpList: ips.slice(0, 2) })]);
    expect(unsorted.interface('701236')?.secondaryIpList).toEqual(['10.0.10.9', '10.0.10.20', '10.0.10.100']);
    expect(again.interface('701236')?.secondaryIpList).toEqual(['10.0.10.9', '10.0.10.100']);
  });

  it('knows which interfaces look alike', () => {
    const twin = { networkInterfaceName: 'vip' };
    const named = buildNetwork({
      interfaces: ['1', '2', '3'].map((no) => buildInterface({ networkInterfaceNo: no, ...(no !== '3' && twin) })),
    });
    expect(['1', '2', '3'].map((no) => named.hasNamesake(no))).toEqual([true, true, false]);
  });
});
