import { describe, expect, it } from 'vitest';
import { createNamer } from '../../../src/ui/namer';
import { reachText, usageText } from '../../../src/ui/subnetText';
import { statusText } from '../../../src/ui/statusText';
import { stepProgressText } from '../../../src/ui/stepProgressText';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { buildStep } from '../../support/buildEntry';

const attached = { instanceNo: '10423318', deviceName: 'eth1' };
const network = buildNetwork({
  servers: [buildServer()],
  interfaces: [
    buildInterface({ ...attached, networkInterfaceNo: '1', deviceName: 'eth0', isDefault: true }),
    buildInterface({ ...attached, networkInterfaceNo: '2' }),
    buildInterface({ networkInterfaceNo: '3', networkInterfaceName: 'spare' }),
    buildInterface({ networkInterfaceNo: '4', networkInterfaceName: 'lb-web', instanceNo: '999' }),
  ],
});

describe('namer', () => {
  it.each([
    ['a server by its name, for its default interface', '1', 'web-01 (1)'],
    ['a further interface of a server with its device', '2', 'web-01 · eth1 (2)'],
    ['an unattached interface by its own name', '3', 'spare (3)'],
    ['an interface of a server nobody sees by its own name', '4', 'lb-web (4)'],
    ['an unknown interface by its number', '5', 'interface 5'],
  ])('names %s', (_, no, name) => expect(createNamer(network)(no)).toBe(name));
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
    expect(stepProgressText(step, 'sending', 20, name)).toBe('2/20 spare (3): sending');
    expect(stepProgressText(step, 'settling', 1, name)).toBe('waiting until it is settled');
  });
});
