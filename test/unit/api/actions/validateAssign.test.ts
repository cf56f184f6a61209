import { describe, expect, it } from 'vitest';
import { findBrokenAssignRule, findBrokenUnassignRule } from '../../../../src/api/actions/validateAssign';

const five = ['10.0.10.6', '10.0.10.7', '10.0.10.8', '10.0.10.9', '10.0.10.10'];
const base = { regionCode: 'KR', networkInterfaceNo: '701236' };

describe('findBrokenAssignRule', () => {
  it.each([
    ['five addresses', { secondaryIpList: five }],
    ['a count of five', { secondaryIpCount: 5 }],
    ['a list and a count of five together', { secondaryIpList: five.slice(0, 3), secondaryIpCount: 2 }],
    ['one address and a count of zero', { secondaryIpList: ['10.0.10.11'], secondaryIpCount: 0 }],
  ])('lets %s through', (_what, request) => {
    expect(findBrokenAssignRule({ ...base, ...request })).toBeUndefined();
  });

  it.each([
    ['nothing asked for', {}, 'at least 1'],
    ['an empty list and a count of zero', { secondaryIpList: [], secondaryIpCount: 0 }, 'at least 1'],
    ['six addresses', { secondaryIpList: [...five, '10.0.10.11'] }, 'secondaryIpList takes up to 5'],
    ['six altogether', { secondaryIpList: five, secondaryIpCount: 1 }, 'holds up to 5'],
    ['a count of six', { secondaryIpCount: 6 }, 'secondaryIpCount'],
    ['a negative count', { secondaryIpList: five, secondaryIpCount: -1 }, 'secondaryIpCount'],
    ['half a count', { secondaryIpCount: 1.5 }, 'secondaryIpCount'],
    ['no count', { secondaryIpCount: Number.NaN }, 'secondaryIpCount'],
    ['IPv6', { secondaryIpList: ['fe80::1'] }, 'fe80::1'],
    ['a shortened address', { secondaryIpList: ['10.1'] }, 'IPv4'],
    ['an octal address', { secondaryIpList: ['10.0.010.11'] }, 'IPv4'],
    ['a range', { secondaryIpList: ['10.0.10.0/24'] }, 'IPv4'],
    ['an interface without a number', { networkInterfaceNo: '', secondaryIpCount: 1 }, 'networkInterfaceNo'],
    ['an interface by name', { networkInterfaceNo: 'nic-1', secondaryIpCount: 1 }, 'networkInterfaceNo'],
  ])('names the rule broken by %s', (_what, request, rule) => {
    expect(findBrokenAssignRule({ ...base, ...request })).toContain(rule);
  });
});

describe('findBrokenUnassignRule', () => {
  it('lets one address through', () => {
    expect(findBrokenUnassignRule({ ...base, secondaryIpList: ['10.0.10.11'] })).toBeUndefined();
  });

  it('refuses an empty list, which would not mean "all"', () => {
    expect(findBrokenUnassignRule({ ...base, secondaryIpList: [] })).toContain('at least 1');
  });
});
