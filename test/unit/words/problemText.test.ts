import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/plan/plan';
import { createNamer } from '../../../src/words/namer';
import { problemText } from '../../../src/words/problemText';
import { expectGolden } from '../../support/goldenText';
import { threeInterfaces } from '../../support/threeInterfaces';

type Samples = { readonly [K in Problem['kind']]: readonly Omit<Extract<Problem, { kind: K }>, 'kind'>[] };
const range = { cidr: '10.0.10.0/24', firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' };

const samples: Samples = {
  nothingToDo: [{}, { isAssigned: true }],
  readOnlyProfile: [{}],
  unknownInterface: [{ networkInterfaceNo: '999' }],
  unknownSubnet: [{ networkInterfaceNo: '701236', subnetNo: '3104' }],
  settling: [
    { networkInterfaceNo: '701236', status: 'SET' },
    { networkInterfaceNo: '701236', status: 'REPAIRING' },
  ],
  ambiguousInterface: [{ text: 'web', networkInterfaceNos: ['701236', '701237'] }],
  notAnAddress: [{ text: '10.0.10.' }, { text: '' }],
  notAnEntry: [{}],
  rangeTooLong: [{ text: '10.0.0.0-10.0.10.255', size: 2816, limit: 256 }],
  rangeBackwards: [{ text: '10.0.10.14-11' }],
  listTooLong: [
    { of: 'characters', limit: 262_144 },
    { of: 'addresses', limit: 1_000 },
    { of: 'unreadable', limit: 100 },
  ],
  outside: [{ address: '10.0.11.5', ...range }],
  reserved: [{ address: '10.0.10.5', ...range }],
  ownPrimary: [{ address: '10.0.10.14', networkInterfaceNo: '701236' }],
  othersPrimary: [{ address: '10.0.10.6', holder: '701237' }],
  heldByOther: [{ address: '10.0.10.20', holder: '701237' }],
  duplicate: [{ address: '10.0.10.11' }],
  tooMany: [
    { networkInterfaceNo: '701252', has: 5, wants: 1, limit: 5 },
    { networkInterfaceNo: '701237', has: 2, wants: 4, limit: 5 },
  ],
  badCount: [{ count: 6, limit: 5 }],
  severalSubnets: [{ networkInterfaceNos: ['701236', '999'] }],
  notFound: [{ address: '10.0.10.99', subnetNo: '3104' }],
  movedOn: [
    { address: '10.0.10.20', expected: '701236', holder: undefined },
    { address: '10.0.10.20', expected: '701236', holder: '701237' },
  ],
  alreadyUndone: [{ by: 'entry-2' }],
  stillUnknown: [{ addresses: ['10.0.10.11', '10.0.10.12'] }],
  noUnseenAddress: [{ cidr: '10.0.60.0/28', wants: 3, left: 1 }],
};

describe('problemText', () => {
  it('names the rule and the repair for every kind', async () => {
    const name = createNamer(threeInterfaces());
    const lines = Object.entries(samples).flatMap(([kind, problems]) =>
      problems.map((problem) => `${kind}: ${problemText({ kind, ...problem } as Problem, name)}`),
    );
    await expectGolden(import.meta.filename, 'problemText.txt', lines);
  });

  it('names an interface that is not known by its number', () => {
    const name = createNamer(threeInterfaces());
    expect(problemText({ kind: 'settling', networkInterfaceNo: '999', status: 'SET' }, name)).toContain(
      'interface 999',
    );
  });
});
