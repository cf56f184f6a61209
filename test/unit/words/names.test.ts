import { describe, expect, it } from 'vitest';
import { planChange } from '../../../src/plan/planChange';
import { interfaceName } from '../../../src/words/interfaceTitle';
import { createNamer } from '../../../src/words/namer';
import { reachText, usageText } from '../../../src/words/subnetText';
import { statusText } from '../../../src/words/statusText';
import { stepProgressText } from '../../../src/words/change/stepProgressText';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { buildStep } from '../../support/buildEntry';

const attached = { instanceNo: '10423318', deviceName: 'eth1' };
const network = buildNetwork({
  servers: [buildServer(), buildServer({ serverInstanceNo: '20', serverName: 'twin' })],
  interfaces: [
    buildInterface({ ...attached, networkInterfaceNo: '1', deviceName: 'eth0', isDefault: true }),
    buildInterface({ ...attached, networkInterfaceNo: '2' }),
    buildInterface({ networkInterfaceNo: '3', networkInterfaceName: 'spare' }),
    buildInterface({ networkInterfaceNo: '4', networkInterfaceName: 'lb-web', instanceNo: '999' }),
    buildInterface({ networkInterfaceNo: '6', networkInterfaceName: 'vip' }),
    buildInterface({ networkInterfaceNo: '7', networkInterfaceName: 'vip' }),
    buildInterface({ networkInterfaceNo: '8', instanceNo: '20' }),
    buildInterface({ networkInterfaceNo: '9', networkInterfaceName: 'twin/nic-8' }),
  ],
});

describe('the name of an interface', () => {
  it.each([
    ['its server and device', '1', 'web-01/eth0'],
    ['its server and device, be it the default one or not', '2', 'web-01/eth1'],
    ['its own name where it is attached to nothing', '3', 'spare'],
    ['its own name where its server cannot be seen', '4', 'lb-web'],
    ['its own name and the number where two have it', '6', 'vip (6)'],
    ['the number as well where it only looks like one of a server', '9', 'twin/nic-8 (9)'],
    ['its server and own name while it has no device', '8', 'twin/nic-8 (8)'],
    ['its number where nothing else is known', '5', 'interface 5'],
  ])('is %s', (_, no, name) => expect(createNamer(network)(no)).toBe(name));

  it('stays what it was in a plan, which is read when the network is another one', () => {
    const nameOf = (networkInterfaceNo: string): string[] => {
      const item = { kind: 'assign', networkInterfaceNo, secondaryIps: ['10.0.10.11'] } as const;
      const result = planChange({ items: [item] }, network);
      return result.ok ? result.plan.changes.map((change) => interfaceName(change)) : [];
    };
    expect(['1', '3', '7'].map(nameOf)).toEqual([['web-01/eth0'], ['spare'], ['vip (7)']]);
  });
});

describe('statusText', () => {
  it.each([
    ['USED', 'in use'],
    ['NOTUSED', 'not attached'],
    ['SET', 'being configured'],
    ['UNSET', 'being removed'],
  ])('puts %s in words', (code, words) => {
    expect(statusText({ networkInterfaceStatus: { code, codeName: 'whatever' } })).toBe(words);
  });

  it('shows a status it does not know as the service names it', () => {
    expect(statusText({ networkInterfaceStatus: { code: 'NEW', codeName: 'brand new' } })).toBe('brand new');
    expect(statusText({ networkInterfaceStatus: { code: 'NEW' } })).toBe('NEW');
  });
});

describe('subnetText', () => {
  it('has no word for an ordinary subnet, and one for every other', () => {
    const codes = [undefined, 'GEN', 'LOADB', 'NATGW', 'BM', 'NEW'];
    const words = codes.map((code) => usageText(code === undefined ? {} : { usageType: { code } }));
    expect(words).toEqual([undefined, undefined, 'load balancer', 'NAT gateway', 'bare metal', 'NEW']);
  });

  it('says whether a subnet is public', () => {
    const codes = [undefined, 'PUBLIC', 'PRIVATE', 'NEW'];
    const words = codes.map((code) => reachText(code === undefined ? {} : { subnetType: { code } }));
    expect(words).toEqual([undefined, 'public', 'private', 'NEW']);
  });
});

describe('stepProgressText', () => {
  it('counts and names where there is more than one step; the title has the name of a single one', () => {
    const name = createNamer(network);
    const step = buildStep({ id: 2, networkInterfaceNo: '3' });
    expect(stepProgressText(step, 'sending', 20, name)).toBe('2/20 spare: sending');
    expect(stepProgressText(step, 'settling', 1, name)).toBe('waiting for it to settle');
  });
});
