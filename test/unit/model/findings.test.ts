import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/model/findings';
import { filterIds, passesFilters } from '../../../src/model/interfaceFilter';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';

const now = 1_767_225_600_000;
const minutes = (count: number): number => count * 60_000;

describe('findingsOf', () => {
  it('names an interface that has been settling for over five minutes, and none before', () => {
    const network = buildNetwork({ interfaces: [buildInterface({ networkInterfaceStatus: { code: 'SET' } })] });
    const no = network.interfaces[0]!.networkInterfaceNo;
    expect(findingsOf(network, new Map([[no, now - minutes(5)]]), now)).toEqual([]);
    expect(findingsOf(network, new Map([[no, now - minutes(6)]]), now)).toEqual([
      { kind: 'stuck', networkInterfaceNo: no, minutes: 6 },
    ]);
  });

  it('names an unattached interface that holds secondary IPs', () => {
    const orphan = buildInterface({ networkInterfaceStatus: { code: 'NOTUSED' }, secondaryIpList: ['10.0.10.30'] });
    const [finding] = findingsOf(buildNetwork({ interfaces: [orphan] }), new Map(), now);
    expect(finding).toEqual({ kind: 'orphan', networkInterfaceNo: orphan.networkInterfaceNo, secondaryIps: 1 });
  });

  it('names a subnet over 80 and over 90 percent of its usable addresses', () => {
    const subnet = buildNetwork().subnets[0]!;
    const small = { ...subnet, subnet: '10.0.10.0/28' };
    const levelWith = (count: number): unknown => {
      const interfaces = Array.from({ length: count }, (_, index) =>
        buildInterface({ networkInterfaceNo: String(900 + index), ip: `10.0.10.${6 + index}`, secondaryIpList: [] }),
      );
      const found = findingsOf(buildNetwork({ subnets: [small], interfaces }), new Map(), now);
      return found.flatMap((finding) => (finding.kind === 'crowded' ? [finding.level] : []));
    };
    expect(levelWith(7)).toEqual([]);
    expect(levelWith(8)).toEqual([80]);
    expect(levelWith(9)).toEqual([90]);
  });
});

describe('passesFilters', () => {
  it('lets everything through without filters; statuses are alternatives, everything else must hold', () => {
    const nic = buildInterface({
      networkInterfaceStatus: { code: 'NOTUSED' },
      secondaryIpList: ['10.0.10.30', '10.0.10.31', '10.0.10.32', '10.0.10.33'],
    });
    expect(passesFilters(nic, [])).toBe(true);
    expect(filterIds.filter((id) => passesFilters(nic, [id]))).toEqual(['unattached', 'nearlyFull', 'hasSecondary']);
    expect(passesFilters(nic, ['unattached', 'inUse'])).toBe(true);
    expect(passesFilters(nic, ['inUse', 'settling'])).toBe(false);
    expect(passesFilters(nic, ['unattached', 'inUse', 'nearlyFull'])).toBe(true);
    expect(
      passesFilters({ ...nic, secondaryIpList: ['10.0.10.30'] }, ['unattached', 'hasSecondary', 'nearlyFull']),
    ).toBe(false);
  });
});
