import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/plan/checkAddress';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';

const holder = buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.6', secondaryIpList: ['10.0.10.20'] });
const network = buildNetwork({
  interfaces: [buildInterface({ networkInterfaceNo: '1', ip: '10.0.10.14', secondaryIpList: ['10.0.10.52'] }), holder],
});

describe('checkAddress', () => {
  it('passes what nobody is seen to hold, blanks around it or not', () => {
    expect(checkAddress(network, '1', ' 10.0.10.11 ')).toEqual({ ok: true, address: '10.0.10.11', state: 'unseen' });
  });

  it('knows what the interface holds already', () => {
    expect(checkAddress(network, '1', '10.0.10.52')).toMatchObject({ ok: true, state: 'alreadyThere' });
  });

  it('names who would lose it, and lets it be taken only when that is asked for', () => {
    const problem = { kind: 'heldByOther', address: '10.0.10.20', holder: '2' };
    expect(checkAddress(network, '1', '10.0.10.20')).toEqual({ ok: false, problem });
    expect(checkAddress(network, '1', '10.0.10.20', true)).toEqual({
      ok: true,
      address: '10.0.10.20',
      state: 'takes',
      holder,
    });
  });

  it('never lets a primary address be taken', () => {
    expect(checkAddress(network, '1', '10.0.10.6', true)).toMatchObject({ problem: { kind: 'othersPrimary' } });
    expect(checkAddress(network, '1', '10.0.10.14', true)).toMatchObject({ problem: { kind: 'ownPrimary' } });
  });

  it('says what would be right where an address is not usable', () => {
    const usable = { firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' };
    expect(checkAddress(network, '1', '10.0.10.3')).toMatchObject({ problem: { kind: 'reserved', ...usable } });
    expect(checkAddress(network, '1', '10.1.10.3')).toMatchObject({ problem: { kind: 'outside', ...usable } });
  });

  it('answers for interfaces it does not know', () => {
    expect(checkAddress(network, '404', '10.0.10.11')).toMatchObject({ problem: { kind: 'unknownInterface' } });
  });
});
