import type { Plan } from '../../plan/plan';
import { planDigest } from '../../plan/planDigest';
import { planDocument } from '../../words/change/planDocument';
import type { PlanOutput } from './outputSchemas';
import type { RegionCheck } from './planFiles';
import { whereText } from '../../words/whereText';
import { planText } from './planText';
import { plansDigest } from './plansDigest';

/** A region that has something to change. */
export type PlannedRegion = RegionCheck & { readonly plan: Plan };

/** The regions that have something to change. Problems were refused before. */
export function plannedRegions(checks: readonly RegionCheck[]): PlannedRegion[] {
  return checks.flatMap((check) => (check.checked.plan ? [{ ...check, plan: check.checked.plan }] : []));
}

/** A plan for a terminal, with whose network it is about: the keys may be others than the person thinks of. */
export function regionText({ plan, name, regionCode }: PlannedRegion, account: { readonly name: string }): string {
  return planText(plan, name, whereText({ profile: account, regionCode }));
}

/** What `plan --json` prints. */
export function planOutput(regions: readonly PlannedRegion[], account: string): PlanOutput {
  return {
    version: 1,
    digest: plansDigest(regions.map(({ plan }) => plan)),
    hasChanges: regions.length > 0,
    plans: regions.map(({ plan, name, regionCode }) => ({
      regionCode,
      digest: planDigest(plan),
      // As it is kept in the history: plain data.
      plan: structuredClone(plan) as unknown as PlanOutput['plans'][number]['plan'],
      markdown: planDocument({ plan, name, where: `${account} · ${regionCode}` }, 'diff'),
    })),
  };
}
