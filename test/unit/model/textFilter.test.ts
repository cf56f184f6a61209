import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import { createTextFilter } from '../../../src/model/textFilter';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '9', subnetName: '배치', subnet: '10.0.60.0/28' })],
  servers: [buildServer({ publicIp: '203.0.113.24' })],
  interfaces: [
    buildInterface({
      instanceNo: '10423318',
      deviceName: 'eth0',
      isDefault: true,
      secondaryIpList: ['10.0.10.52'],
      macAddress: 'F2:20:CD:00:00:01',
    }),
    buildInterface({ networkInterfaceNo: '2', networkInterfaceName: 'spare', ip: '10.0.10.7' }),
  ],
});
const filter = createTextFilter();
const numbers = (text: string, of: Network = network): string[] => [...filter(of, text, 'production').interfaces];

describe('the text filter', () => {
  it.each(['WEB-01', 'nic-7012', '701236', '10.0.10.52', '10.0.10.52/24', 'f220cd', 'f2-20-cd', '203.0.113', 'eth0'])(
    'finds an interface by %s',
    (text) => expect(numbers(text)).toEqual(['701236']),
  );

  it.each(['web-pub', '10.0.10.0/24', 'prod-vpc', 'kr-2', '1581', ''])('finds all that hold %j', (text) =>
    expect(numbers(text)).toEqual(['701236', '2']),
  );

  it('wants every word, in any order', () => {
    expect(numbers('pub spare')).toEqual(['2']);
    expect(numbers('spare web-01')).toEqual([]);
  });

  it('takes words that name the account or the region for no more than that', () => {
    expect(numbers('spare production')).toEqual(['2']);
    expect(numbers('production')).toEqual([]);
  });

  it('finds a subnet that holds nothing, by its name', () => {
    // Hangul typed as letters, as macOS has it.
    expect([...filter(network, '배치'.normalize('NFD'), 'production').subnets]).toEqual(['9']);
  });

  it('reads a network once, and another one anew', () => {
    let reads = 0;
    const counted = new Proxy(network, {
      get(target, key) {
        if (key === 'interfaces') reads++;
        return Reflect.get(target, key) as unknown;
      },
    });
    for (const text of ['w', 'we', 'web']) numbers(text, counted);
    expect(reads).toBe(1);
    expect(numbers('web-01', network.withInterfaces([], ['701236']))).toEqual([]);
  });

  it('keeps the last answer for what asks once more', () => {
    expect(filter(network, 'spare', 'production')).toBe(filter(network, 'spare', 'production'));
    expect(filter(network, 'spare', 'production')).not.toBe(filter(network, 'spar', 'production'));
  });
});
