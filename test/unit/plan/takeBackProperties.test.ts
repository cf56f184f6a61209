import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNote, type JournalEntry } from '../../../src/change/journalEntry';
import { notesOf } from '../../../src/change/notesOf';
import { overallResult } from '../../../src/change/outcome';
import type { Network } from '../../../src/model/network';
import type { Intent } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { buildEntry } from '../../support/buildEntry';
import { addressesOf, fates, playPlan, situation, type Fate, type PlayedStep } from '../../support/planSituations';

/** The last usable address of the smaller network: in a plan of this many items hardly ever wanted by anybody. */
const colleagues = '10.0.10.14';

function entryOf(id: string, intent: Intent, plan: Plan, steps: readonly PlayedStep[]): JournalEntry {
  const result = overallResult(steps.map((step) => step.result));
  return buildEntry({ id, intent, plan, steps, result, ...(plan.undoes !== undefined && { undoes: plan.undoes }) });
}

/** Everything a change moved, as `subnetNo address`, whatever its journal says. */
function movedBetween(before: Network, after: Network): Set<string> {
  const places = (network: Network) =>
    new Map(
      network.interfaces.flatMap((one) =>
        one.secondaryIpList.map((address) => [`${one.subnetNo} ${address}`, one.networkInterfaceNo] as const),
      ),
    );
  const [from, to] = [places(before), places(after)];
  return new Set([...from.keys(), ...to.keys()].filter((key) => from.get(key) !== to.get(key)));
}

/** A change with its mishaps, and its undo where there is one. */
function play(network: Network, intent: Intent, fate: readonly Fate[], withColleague: boolean) {
  const planned = planChange(intent, network);
  if (!planned.ok) return undefined;
  const isSpokenFor = network.interfaces.some((one) => [one.ip, ...one.secondaryIpList].includes(colleagues));
  const isListed = planned.plan.steps.some(({ secondaryIps }) => secondaryIps.includes(colleagues));
  const joins = withColleague && !isSpokenFor && !isListed;
  const played = playPlan(planned.plan, network, fate, joins ? colleagues : undefined);
  const entry = entryOf('a', intent, planned.plan, played.steps);
  const undo = undoIntent(entry, played.after);
  const back = undo.ok ? planChange(undo.intent, played.after) : undefined;
  return { ...played, entry, undo, back };
}

describe('taking back a change of which anything may have failed or been lost', () => {
  it('touches nothing that the change did not bring or remove, a colleague’s address least of all', () => {
    let undone = 0;
    let lost = 0;
    fc.assert(
      fc.property(situation, fates, ({ network, items }, fate) => {
        const change = play(network, { items }, fate, true);
        if (!change?.back?.ok) return;
        const own = movedBetween(network, change.after);
        for (const key of change.others) own.delete(key);
        for (const step of change.back.plan.steps) {
          const { subnetNo } = network.interface(step.networkInterfaceNo)!;
          for (const address of step.secondaryIps) expect([...own]).toContain(`${subnetNo} ${address}`);
          expect(step.count).toBe(0);
        }
        undone++;
        if (change.entry.result === 'unknown') lost++;
      }),
      { numRuns: 1_000 },
    );
    expect(undone).toBeGreaterThan(200);
    expect(lost).toBeGreaterThan(50);
  });

  it('leads where it began but for what stays unknown, says when there is such a rest, and is redone', () => {
    let parts = 0;
    let whole = 0;
    fc.assert(
      fc.property(situation, fates, ({ network, items }, fate) => {
        const change = play(network, { items }, fate, false);
        if (!change?.undo.ok || !change.back?.ok) return;
        const second = playPlan(change.back.plan, change.after, ['applied']);
        const undoing = entryOf('b', change.undo.intent, change.back.plan, second.steps);
        expect(undoing.result).toBe('applied');
        const left = movedBetween(network, second.after);
        if (left.size > 0) expect(change.undo.intent.undoesPart).toBe(true);
        const isPart = change.undo.intent.undoesPart === true;
        expect(notesOf(undoing)).toMatchObject([{ id: 'a', note: isPart ? {} : { undoneBy: 'b' } }]);
        const unknown = change.entry.steps.flatMap(({ step, result }) => (result === 'unknown' ? [step] : []));
        for (const key of left) {
          const isTheirs = unknown.some(
            ({ secondaryIps, count }) => count > 0 || secondaryIps.includes(key.split(' ')[1]!),
          );
          expect(isTheirs, key).toBe(true);
        }
        const redo = undoIntent(undoing, second.after);
        const again = redo.ok ? planChange(redo.intent, second.after) : undefined;
        if (!again?.ok) throw new Error(`cannot be redone: ${JSON.stringify(again ?? redo)}`);
        expect(again.plan).toMatchObject({ undoes: 'b', isRedo: true });
        expect(addressesOf(playPlan(again.plan, second.after, ['applied']).after)).toEqual(addressesOf(change.after));
        if (isPart) parts++;
        else whole++;
      }),
      { numRuns: 1_000 },
    );
    expect(parts).toBeGreaterThan(5);
    expect(whole).toBeGreaterThan(100);
  });

  it('comes to the same in two parts as in one, after which the change is undone', () => {
    let twice = 0;
    fc.assert(
      fc.property(situation, fates, fates, ({ network, items }, fate, mishaps) => {
        const change = play(network, { items }, fate, false);
        if (!change?.undo.ok || !change.back?.ok) return;
        const { undoesPart } = change.undo.intent;
        const inOne = playPlan(change.back.plan, change.after, ['applied']).after;

        const first = playPlan(change.back.plan, change.after, mishaps);
        const [noted] = notesOf(entryOf('b', change.undo.intent, change.back.plan, first.steps));
        const entry = noted ? withNote(change.entry, noted.note) : change.entry;
        if (entry.undoneBy !== undefined) {
          expect(addressesOf(first.after)).toEqual(addressesOf(inOne));
          return;
        }
        const rest = undoIntent(entry, first.after);
        if (movedBetween(first.after, inOne).size === 0) {
          expect(rest.ok).toBe(false);
          return;
        }
        const planned = rest.ok ? planChange(rest.intent, first.after) : undefined;
        if (!rest.ok || !planned?.ok) throw new Error(`the rest stays: ${JSON.stringify(planned ?? rest)}`);
        const second = playPlan(planned.plan, first.after, ['applied']);
        expect(addressesOf(second.after)).toEqual(addressesOf(inOne));
        const [last] = notesOf(entryOf('c', rest.intent, planned.plan, second.steps));
        // Where the first part was lost as well, what is back may never have been away.
        const isLost = first.steps.some(({ result }) => result === 'unknown');
        if (!undoesPart && !isLost) expect(last?.note).toEqual({ undoneBy: 'c' });
        twice++;
      }),
      { numRuns: 1_500 },
    );
    expect(twice).toBeGreaterThan(100);
  });
});
