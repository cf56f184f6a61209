import type { Settle } from '../change/applyDeps';
import { limits } from '../api/limits';
import type { Profile } from '../session/profile';

/** The sandbox settles in a moment; the real service is asked as NAVER's Terraform provider asks it. */
export function settleSchedule({ site }: Pick<Profile, 'site'>): Settle {
  return site === 'sandbox'
    ? { firstMs: 100, everyMs: 250, atMostMs: 60_000, workingMs: 10_000, ownMs: 5_000 }
    : limits.settle;
}
