import { describe, expect, it } from 'vitest';
import { leftText, takingOver, withoutTakeover } from '../../../../src/features/assign/takeover';
import { threeInterfaces } from '../../../support/threeInterfaces';

const network = threeInterfaces();
const web01 = { networkInterfaceNo: '701236', how: 'pick' } as const;
const partly = { ...web01, secondaryIps: ['10.0.10.20', '10.0.10.11'] };
const wholly = { ...web01, secondaryIps: ['10.0.10.20'] };

describe('an address that somebody holds', () => {
  it('is taken over when it was chosen', () => {
    expect(takingOver(network, partly)).toEqual({ ...partly, allowReassign: true });
  });

  it('is not when the caller said so, and nothing is taken over where nobody holds anything', () => {
    const refused = { ...partly, allowReassign: false };
    const free = { ...web01, secondaryIps: ['10.0.10.11'] };
    expect(takingOver(network, refused)).toBe(refused);
    expect(takingOver(network, free)).toBe(free);
  });

  it('can be left out while something else is left', () => {
    const less = withoutTakeover(network, takingOver(network, partly));
    expect(less).toEqual({ ...web01, secondaryIps: ['10.0.10.11'], allowReassign: false });
    expect(less && leftText(less)).toBe('Only 10.0.10.11 will be assigned.');
    expect(withoutTakeover(network, takingOver(network, wholly))).toBeUndefined();
  });

  it('can be left out where NAVER Cloud chooses more', () => {
    const less = withoutTakeover(network, takingOver(network, { ...wholly, how: 'both', count: 2 }));
    expect(less).toMatchObject({ secondaryIps: [], count: 2 });
    expect(less && leftText(less)).toBe('Only what NAVER Cloud chooses will be assigned.');
  });
});
