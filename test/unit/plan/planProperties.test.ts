import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { addressesOf, carryOut, situation } from '../../support/planSituations';

describe('every plan', () => {
  it('breaks no documented rule and leads where its "after" says', () => {
    let planned = 0;
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        if (!result.ok) return;
        planned++;
        const { steps, lists } = carryOut(result.plan, network);
        const changes = new Map(result.plan.changes.map((change) => [change.networkInterfaceNo, change]));
        for (const one of network.interfaces) {
          const own = steps.filter(({ step }) => step.networkInterfaceNo === one.networkInterfaceNo);
          const chosen = new Set(own.flatMap((step) => step.chosen));
          const change = changes.get(one.networkInterfaceNo);
          const now = lists.get(one.networkInterfaceNo) ?? [];
          const listed = now.filter((address) => !chosen.has(address) || change?.after.includes(address));
          expect(listed.toSorted()).toEqual((change?.after ?? one.secondaryIpList).toSorted());
          expect(now.length - listed.length).toBe(change?.chosenByService ?? 0);
        }
      }),
      { numRuns: 600 },
    );
    expect(planned).toBeGreaterThan(100);
  });

  it('can be taken back, which leads where it began, and taken back again, which redoes it', () => {
    let undone = 0;
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        if (!result.ok) return;
        const first = carryOut(result.plan, network);
        const undo = undoIntent({ id: 'a', plan: result.plan, steps: first.steps }, first.after);
        if (!undo.ok) {
          expect(undo.problems).toEqual([{ kind: 'nothingToDo' }]);
          return;
        }
        const back = planChange(undo.intent, first.after);
        if (!back.ok) throw new Error(`cannot be taken back: ${JSON.stringify(back.problems)}`);
        const second = carryOut(back.plan, first.after);
        expect(addressesOf(second.after)).toEqual(addressesOf(network));

        const redo = undoIntent({ id: 'b', plan: back.plan, steps: second.steps }, second.after);
        if (!redo.ok) throw new Error(`cannot be redone: ${JSON.stringify(redo.problems)}`);
        const again = planChange(redo.intent, second.after);
        if (!again.ok) throw new Error(`cannot be redone: ${JSON.stringify(again.problems)}`);
        expect(addressesOf(carryOut(again.plan, second.after).after)).toEqual(addressesOf(first.after));
        undone++;
      }),
      { numRuns: 600 },
    );
    expect(undone).toBeGreaterThan(100);
  });

  it('is the same for the same network and intent', () => {
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        expect(JSON.stringify(planChange({ items }, network))).toBe(JSON.stringify(planChange({ items }, network)));
      }),
      { numRuns: 100 },
    );
  });

  it('is refused only for a reason, and never both made and refused', () => {
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        expect(result.ok ? result.plan.steps.length : result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
