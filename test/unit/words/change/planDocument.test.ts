import { describe, it } from 'vitest';
import type { IntentItem } from '../../../../src/plan/intent';
import { planChange } from '../../../../src/plan/planChange';
import { createNamer } from '../../../../src/words/namer';
import { planDocument } from '../../../../src/words/change/planDocument';
import { expectGolden } from '../../../support/goldenText';
import { threeInterfaces } from '../../../support/threeInterfaces';

const network = threeInterfaces();

async function expectDocument(name: string, ...items: readonly IntentItem[]): Promise<void> {
  const result = planChange({ items }, network);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  await expectGolden(
    import.meta.filename,
    name,
    planDocument({ plan: result.plan, name: createNamer(network), where: 'production · KR' }),
  );
}

describe('planDocument', () => {
  it('shows new addresses and the call that brings them', () =>
    expectDocument('plan-assign.md', {
      kind: 'assign',
      networkInterfaceNo: '701237',
      secondaryIps: ['10.0.10.11', '10.0.10.12'],
    }));

  it('shows both sides of a takeover, together with what the service chooses', () =>
    expectDocument('plan-takeover.md', {
      kind: 'assign',
      networkInterfaceNo: '701236',
      secondaryIps: ['10.0.10.20', '10.0.10.11'],
      count: 1,
      allowReassign: true,
    }));

  it('shows many changes as one plan', () =>
    expectDocument(
      'plan-several.md',
      { kind: 'unassign', networkInterfaceNo: '701252', secondaryIps: ['10.0.10.30', '10.0.10.34'] },
      { kind: 'move', networkInterfaceNo: '701252', secondaryIps: ['10.0.10.21'], from: '701237' },
      { kind: 'assign', networkInterfaceNo: '701236', secondaryIps: [], propose: 2 },
    ));
});
