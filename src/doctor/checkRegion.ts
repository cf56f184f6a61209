import type { Region } from '../model/region';
import { factsOf, type Asked } from './ask';
import type { Verdict } from './check';

/** Whether Server (VPC) answers for a region. */
export function checkRegion(
  { regionCode, regionName }: Partial<Region> & Pick<Region, 'regionCode'>,
  asked: Asked<unknown>,
): Verdict {
  const base = { id: `region:${regionCode}`, layer: 'region' } as const;
  const facts = { regionCode, regionName };
  if (asked.ok) return { ...base, status: 'ok', symptom: 'regionAnswers', facts };
  return { ...base, status: 'failed', symptom: 'regionRefuses', facts: { ...facts, ...factsOf(asked.error) } };
}

/** The profile's region when the account's list does not have it. */
export function unknownRegion(regionCode: string, regions: readonly Region[]): Verdict {
  const regionCodes = regions.map((region) => region.regionCode);
  const symptom = regions.length === 0 ? 'noRegions' : 'regionUnknown';
  return { id: `region:${regionCode}`, layer: 'region', status: 'failed', symptom, facts: { regionCode, regionCodes } };
}
