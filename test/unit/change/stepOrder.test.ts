import { describe, expect, it } from 'vitest';
import { stepOrder } from '../../../src/change/stepOrder';
import type { IntentItem } from '../../../src/plan/intent';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';

const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '9', subnet: '10.0.20.0/24' })],
  interfaces: [
    buildInterface({ networkInterfaceNo: '1', ip: '10.0.10.11' }),
    buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.12', secondaryIpList: ['10.0.10.20', '10.0.10.21'] }),
    buildInterface({ networkInterfaceNo: '3', ip: '10.0.10.13' }),
    buildInterface({ networkInterfaceNo: '4', ip: '10.0.20.14', subnetNo: '9' }),
  ],
});

function waits(...items: IntentItem[]): Record<string, number[]> {
  const result = planChange({ items }, network);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const order = stepOrder(result.plan);
  return Object.fromEntries([...order].map(([id, earlier]) => [id, earlier.map((step) => step.id)]));
}
const assign = (no: string, ...secondaryIps: string[]) =>
  ({ kind: 'assign', networkInterfaceNo: no, secondaryIps }) as const;

describe('stepOrder', () => {
  it('lets different interfaces run side by side', () => {
    expect(waits(assign('1', '10.0.10.31'), assign('3', '10.0.10.32'))).toEqual({ 1: [], 2: [] });
  });

  it('keeps steps that touch the same interface apart, also where one only loses', () => {
    const items = ['20', '21'].map((last, index) => ({
      kind: 'move' as const,
      networkInterfaceNo: ['1', '3'][index]!,
      secondaryIps: [`10.0.10.${last}`],
    }));
    expect(waits(...items)).toEqual({ 1: [], 2: [1] });
  });

  it('gives an address back before another interface gets it', () => {
    const items = [
      { kind: 'unassign', networkInterfaceNo: '2', secondaryIps: ['10.0.10.20'] } as const,
      assign('1', '10.0.10.20'),
    ];
    expect(waits(...items)).toEqual({ 1: [], 2: [1] });
  });

  it('lets the service choose only when the rest of the subnet is done', () => {
    const items = [assign('1', '10.0.10.31'), assign('4', '10.0.20.31'), { ...assign('3'), count: 1 }];
    expect(waits(...items)).toEqual({ 1: [], 2: [], 3: [1] });
  });
});
