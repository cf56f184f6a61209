import { isApiError, type ApiError } from '../api/apiError';
import { isSettling, type NetworkInterface } from '../model/networkInterface';
import type { Plan, Step } from '../plan/plan';
import type { Drift } from '../plan/stepActions';
import { stepDrift, touchedBy } from '../plan/stepDrift';
import type { InterfaceAddresses } from '../plan/verifyStep';
import type { ReadDeps } from './applyDeps';
import { asApiError } from './asApiError';
import { readTouched } from './readTouched';

/** A step as it may be sent, or why it may not. */
export type CheckedStep =
  | { readonly state: 'ready'; readonly before: readonly NetworkInterface[] }
  | { readonly state: 'drifted'; readonly drift: Drift }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'cancelled' };

/** What the interfaces held when somebody last looked, by number. */
export type KnownAddresses = ReadonlyMap<string, readonly string[]>;

/** A list may lag behind an earlier change, so what does not fit is looked at again before it is believed. */
const looks = { atDrift: 2, atSurprise: 2, atSurpriseBeforeCount: 3 };

/**
 * Reads the interfaces a step touches right before it is sent: waits while one is SET or UNSET, then tells whether the
 * step still means what was planned. A count is told from other changes by its difference, so before one the target must
 * be as last known or stay different for three reads.
 */
export async function checkStep(
  { regionCode, changes }: Pick<Plan, 'regionCode' | 'changes'>,
  step: Step,
  known: KnownAddresses,
  deps: ReadDeps,
  signal?: AbortSignal,
): Promise<CheckedStep> {
  const { clock, settle } = deps;
  const until = clock.now() + settle.atMostMs;
  let wait = settle.firstMs;
  let looked = 0;
  for (;;) {
    if (signal?.aborted) return { state: 'cancelled' };
    try {
      const { interfaces, settling } = await readTouched(regionCode, touchedBy(step), deps, signal);
      const busy = interfaces.find(isSettling);
      const drift = stepDrift(step, interfaces, changes);
      const isExpected = interfaces.every((one) => isAsKnown(one, known));
      const enough = isExpected ? 1 : step.count > 0 ? looks.atSurpriseBeforeCount : looks.atSurprise;
      looked += settling ? 0 : 1;
      if (!settling && !drift && looked >= enough) return { state: 'ready', before: interfaces };
      if (drift && looked >= looks.atDrift) return { state: 'drifted', drift };
      if (busy && clock.now() >= until) {
        return { state: 'drifted', drift: { kind: 'settling', networkInterfaceNo: busy.networkInterfaceNo } };
      }
    } catch (error) {
      const failure = asApiError(error, 'getNetworkInterfaceList', 'none');
      return isApiError(failure, 'cancelled') ? { state: 'cancelled' } : { state: 'failed', error: failure };
    }
    await clock.sleep(wait, signal);
    wait = settle.everyMs;
  }
}

function isAsKnown({ networkInterfaceNo, secondaryIpList }: InterfaceAddresses, known: KnownAddresses): boolean {
  const expected = known.get(networkInterfaceNo);
  return (
    !expected || (expected.length === secondaryIpList.length && expected.every((a) => secondaryIpList.includes(a)))
  );
}
