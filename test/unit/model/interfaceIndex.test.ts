import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';

const numbers = ['1', '2', '3', '4'];
const subnets = ['3104', '9'];
const servers = ['81', '82'];

/** One of four interfaces, anywhere, with any of a few addresses. */
const anyInterface = fc
  .record({
    no: fc.constantFrom(...numbers),
    subnetNo: fc.constantFrom(...subnets),
    instanceNo: fc.option(fc.constantFrom(...servers), { nil: undefined }),
    name: fc.constantFrom('a', 'b', 'c'),
    last: fc.integer({ min: 0, max: 9 }),
    secondaryIpList: fc.uniqueArray(fc.constantFrom('10.0.10.201', '10.0.10.202', '10.0.10.11'), { maxLength: 2 }),
  })
  .map(({ no, name, last, instanceNo, ...rest }) =>
    buildInterface({
      ...rest,
      ...(instanceNo !== undefined && { instanceNo }),
      networkInterfaceNo: no,
      networkInterfaceName: name,
      ip: `10.0.10.${Number(no) * 10 + last}`,
    }),
  );

/** Everything that the network tells of its interfaces. */
const told = (network: Network): unknown => ({
  list: network.interfaces,
  bySubnet: subnets.map((no) => network.interfacesOf(no)),
  byServer: servers.map((no) => network.interfacesOfServer(no)),
  byNumber: numbers.map((no) => [network.interface(no), network.hasNamesake(no)]),
  primary: network.interfaces.map(({ subnetNo, ip }) => network.holder(subnetNo, ip)),
  secondary: network.interfaces.map((one) => one.secondaryIpList.map((ip) => network.holder(one.subnetNo, ip)?.role)),
});

describe('a network with interfaces read again', () => {
  it('tells what one tells that was read as a whole', () => {
    const around = { servers: servers.map((no) => buildServer({ serverInstanceNo: no, serverName: 'one' })) };
    fc.assert(
      fc.property(fc.array(fc.array(anyInterface, { maxLength: 3 }), { maxLength: 4 }), (changes) => {
        let network = buildNetwork({
          ...around,
          interfaces: [buildInterface({ networkInterfaceNo: '1', ip: '10.0.10.10' })],
        });
        for (const fresh of changes) {
          // Asked before each change: what was made for the answer must not outlive it.
          told(network);
          network = network.withInterfaces(fresh);
        }
        expect(told(network)).toEqual(told(buildNetwork({ ...around, interfaces: network.interfaces })));
      }),
    );
  });

  it('keeps what the change leaves alone', () => {
    const network = buildNetwork({
      interfaces: [buildInterface(), buildInterface({ networkInterfaceNo: '2', subnetNo: '9' })],
    });
    const next = network.withInterfaces([buildInterface({ secondaryIpList: ['10.0.10.99'] })]);
    expect(next.interfacesOf('9')).toBe(network.interfacesOf('9'));
    expect(next.interfacesOf('3104')).not.toBe(network.interfacesOf('3104'));
  });
});
