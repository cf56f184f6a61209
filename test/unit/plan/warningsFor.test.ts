import { describe, expect, it } from 'vitest';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { assign } from '../../support/intents';

const used = { networkInterfaceStatus: { code: 'USED' } };
const server = { instanceNo: '10423318', instanceType: { code: 'VSVR' } };

/** Kinds of the warnings for an assignment to an interface like this, in a region with one server. */
function warningsOf(networkInterface: Partial<NetworkInterface>): string[] {
  const one = buildInterface({ networkInterfaceNo: '1', ...networkInterface });
  const network = buildNetwork({ servers: [buildServer()], interfaces: [one] });
  const result = planChange({ items: [assign('1', '10.0.10.11')] }, network);
  if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.problems)}`);
  return result.plan.warnings.map(({ kind }) => kind);
}

describe('an owner that nobody can name', () => {
  it.each<[string, Partial<NetworkInterface>]>([
    ['in use without saying by what', used],
    ['of a server that is not in the list', { ...used, ...server, instanceNo: '404' }],
    ['of something without a type that is no server', { ...used, instanceNo: '404' }],
  ])('is warned of: %s', (_what, networkInterface) => {
    expect(warningsOf(networkInterface)).toContain('unknownOwner');
  });

  it.each<[string, Partial<NetworkInterface>]>([
    ['not in use', {}],
    ['of a server', { ...used, ...server }],
    ['of a managed service, which no list names', { ...used, instanceNo: '404', instanceType: { code: 'VLB' } }],
  ])('is not suspected where it is known: %s', (_what, networkInterface) => {
    expect(warningsOf(networkInterface)).not.toContain('unknownOwner');
  });
});
