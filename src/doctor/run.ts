import type { Check, Verdict } from './check';

/** Makes one check, times it, tells whoever listens. Rejects as soon as the examination is cancelled. */
export type Run = (work: () => Verdict | Promise<Verdict>) => Promise<Check>;

/** A check that an earlier one makes pointless. */
export function blocked(id: string, layer: Verdict['layer'], blockedBy: string): Verdict {
  return { id, layer, status: 'skipped', symptom: 'blocked', facts: { blockedBy } };
}
