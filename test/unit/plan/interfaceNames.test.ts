import { describe, expect, it } from 'vitest';
import { createInterfaceNames } from '../../../src/plan/interfaceNames';
import { interfaceTitle } from '../../../src/words/interfaceTitle';
import { createNamer } from '../../../src/words/namer';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';

const network = buildNetwork({
  servers: [
    buildServer({ serverInstanceNo: '1', serverName: 'web-01' }),
    buildServer({ serverInstanceNo: '2', serverName: 'twin' }),
    buildServer({ serverInstanceNo: '3', serverName: 'twin' }),
  ],
  interfaces: [
    buildInterface({
      networkInterfaceNo: '11',
      ip: '10.0.10.11',
      instanceNo: '1',
      isDefault: true,
      deviceName: 'eth0',
    }),
    buildInterface({ networkInterfaceNo: '12', ip: '10.0.10.12', instanceNo: '1', deviceName: 'eth1' }),
    buildInterface({ networkInterfaceNo: '13', ip: '10.0.10.13', networkInterfaceName: 'vip-holder' }),
    buildInterface({
      networkInterfaceNo: '14',
      ip: '10.0.10.14',
      instanceNo: '2',
      isDefault: true,
      deviceName: 'eth0',
    }),
    buildInterface({
      networkInterfaceNo: '15',
      ip: '10.0.10.15',
      instanceNo: '3',
      isDefault: true,
      deviceName: 'eth0',
    }),
  ],
});
const names = createInterfaceNames(network);

describe('the names of interfaces', () => {
  it.each([
    ['web-01', '11'],
    ['web-01/eth0', '11'],
    ['web-01 · eth1', '12'],
    ['web-01/eth1', '12'],
    ['web-01 · eth1 (12)', '12'],
    ['nic-12', '12'],
    ['12', '12'],
    ['10.0.10.12', '12'],
    ['vip-holder', '13'],
  ])('lead from %s to its interface', (name, number) => {
    expect(names.find(name)).toBe(number);
  });

  it('are those that the tree and the messages show, wherever they tell one interface from another', () => {
    const known: string[] = [];
    for (const one of network.interfaces) {
      expect(names.find(createNamer(network)(one.networkInterfaceNo))).toBe(one.networkInterfaceNo);
      const title = names.find(interfaceTitle(one, network));
      if (typeof title !== 'string') continue;
      expect(title).toBe(one.networkInterfaceNo);
      known.push(title);
    }
    expect(known).toEqual(['11', '12', '13', '14', '15']);
  });

  it('say which ones, where several interfaces are called so', () => {
    expect(names.find('twin')).toEqual({ kind: 'ambiguousInterface', text: 'twin', networkInterfaceNos: ['14', '15'] });
  });

  it('lead nowhere with a number that belongs to another name', () => {
    expect(names.find('web-01 (13)')).toMatchObject({ kind: 'unknownInterface' });
  });

  it('are written the shortest way that is clear', () => {
    expect(network.interfaces.map(names.best)).toEqual(['web-01', 'web-01/eth1', 'vip-holder', 'nic-14', 'nic-15']);
  });
});
