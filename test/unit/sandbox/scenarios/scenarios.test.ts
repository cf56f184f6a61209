import { describe, expect, it } from 'vitest';
import { createMachine } from '../../../../src/sandbox/machine';
import type { SandboxOptions } from '../../../../src/sandbox/sandboxOptions';
import { AddressPool } from '../../../../src/sandbox/state/addressPool';
import { stateView } from '../../../../src/sandbox/stateView';

const build = (options: SandboxOptions) => createMachine({ now: () => 0, ...options });
const everything: [string, SandboxOptions][] = [
  ['small', { scenario: 'small' }],
  ['large', { scenario: 'large', nics: 2500 }],
  ['large with one interface', { scenario: 'large', nics: 1 }],
];

describe.each(everything)('scenario %s', (_name, options) => {
  const { world } = build(options);

  it('keeps the rules: usable addresses, each held once, no more than five secondary ones', () => {
    for (const region of world.regions) {
      const interfaces = region.interfaces();
      for (const subnet of region.subnets.values()) {
        const own = interfaces.filter((row) => row.subnetNo === subnet.subnetNo);
        const pool = new AddressPool(subnet, []);
        const addresses = own.flatMap((row) => [row.ip, ...row.secondaryIpList]);
        expect(new Set(addresses).size).toBe(addresses.length);
        expect(addresses.filter((address) => pool.placeOf(address) !== 'usable')).toEqual([]);
        expect(own.filter((row) => row.secondaryIpList.length > 5)).toEqual([]);
      }
    }
  });

  it('refers only to what exists', () => {
    for (const region of world.regions) {
      for (const row of region.interfaces()) {
        const subnet = region.subnets.get(row.subnetNo);
        expect(region.vpcs.has(subnet?.vpcNo ?? '')).toBe(true);
        for (const no of row.accessControlGroupNoList) {
          expect(region.accessControlGroups.get(no)?.vpcNo).toBe(subnet?.vpcNo);
        }
        if (row.instanceType?.code !== 'VSVR') continue;
        const server = region.server(row.instanceNo ?? '');
        expect([server?.vpcNo, server?.zoneCode]).toEqual([subnet?.vpcNo, subnet?.zoneCode]);
      }
    }
  });

  it('gives every server one default interface, eth0, and three at most', () => {
    for (const region of world.regions) {
      const owned = Map.groupBy(region.interfaces(), (row) => row.instanceNo);
      for (const server of region.serverList()) {
        const devices = (owned.get(server.serverInstanceNo) ?? []).map((row) => [row.deviceName, row.isDefault]);
        expect(devices.length).toBeLessThanOrEqual(3);
        expect(devices.filter(([, isDefault]) => isDefault)).toEqual([['eth0', true]]);
      }
    }
  });

  it('is the same for the same seed and another for another', () => {
    const view = (seed: number) => JSON.stringify(stateView(build({ ...options, seed })));
    expect(view(5)).toBe(view(5));
    expect(view(5)).not.toBe(view(6));
  });
});

describe('scenario small', () => {
  const { world } = build({ scenario: 'small' });
  const interfaces = world.regions.flatMap((region) => region.interfaces());
  const subnets = [...world.region()!.subnets.values()];

  it('shows every status, and an attached interface without an instance type', () => {
    expect(new Set(interfaces.map((row) => row.status))).toEqual(new Set(['USED', 'NOTUSED', 'SET', 'UNSET']));
    expect(interfaces.some((row) => row.instanceNo && !row.instanceType)).toBe(true);
  });

  it('shows every kind of subnet, one of them full, and two with the same range', () => {
    const kinds = subnets.map((row) => `${row.subnetType.code}/${row.usageType.code}`);
    expect(new Set(kinds)).toEqual(
      new Set(['PUBLIC/GEN', 'PRIVATE/GEN', 'PUBLIC/LOADB', 'PUBLIC/NATGW', 'PRIVATE/BM']),
    );
    expect(subnets.filter((row) => new AddressPool(row, interfaces).lowestFree(1).length === 0)).toHaveLength(1);
    expect(subnets.filter((row) => row.subnet === '10.0.10.0/24')).toHaveLength(2);
  });

  it('shows servers running, stopped and starting on both hypervisors, one with three interfaces, one with a public IP', () => {
    const servers = world.region()!.serverList();
    expect(new Set(servers.map((row) => row.serverInstanceStatus.code))).toEqual(new Set(['RUN', 'NSTOP', 'CREAT']));
    expect(new Set(servers.map((row) => row.hypervisorType.code))).toEqual(new Set(['XEN', 'KVM']));
    expect(servers.filter((row) => row.networkInterfaceNoList.length === 3)).toHaveLength(1);
    expect(servers.filter((row) => row.publicIp !== '')).toHaveLength(1);
  });

  it('shows a full interface, and an unattached one that holds secondary addresses', () => {
    expect(interfaces.some((row) => row.secondaryIpList.length === 5)).toBe(true);
    expect(interfaces.some((row) => row.status === 'NOTUSED' && row.secondaryIpList.length > 0)).toBe(true);
  });

  it('names interfaces as the service allows', () => {
    for (const row of interfaces) expect(row.networkInterfaceName).toMatch(/^[a-z][a-z0-9-]{1,28}[a-z0-9]$/);
  });
});

describe('scenario large', () => {
  it.each([1, 125, 126, 3000])('has %i interfaces when asked for as many, all in the first region', (nics) => {
    const [first, ...others] = build({ scenario: 'large', nics }).world.regions;
    expect(first?.interfaces()).toHaveLength(nics);
    expect(others.flatMap((region) => region.interfaces())).toEqual([]);
  });

  it('spreads them over subnets and VPCs that do not overlap', () => {
    const region = build({ scenario: 'large', nics: 6000 }).world.region()!;
    const ranges = [...region.subnets.values()].map((row) => row.subnet);
    expect(new Set(ranges).size).toBe(ranges.length);
    expect(region.vpcs.size).toBe(3);
  });
});
