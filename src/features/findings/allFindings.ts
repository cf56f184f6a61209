import type { Clock } from '../../change/applyDeps';
import { findingsOf, type Finding } from '../../model/findings';
import type { NetworkStore } from '../../session/networkStore';
import type { Scope } from '../../session/scope';
import type { ScopeStore } from '../../session/scopeStore';
import { findingText } from './findingText';

/** Where findings come from. */
export interface FindingsDeps {
  readonly scopes: Pick<ScopeStore, 'shown'>;
  readonly networks: Pick<NetworkStore, 'state'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Findings of every region shown, each with the region it is in. */
export function allFindings({
  scopes,
  networks,
  clock,
}: FindingsDeps): { scope: Scope; finding: Finding; text: string }[] {
  return scopes.shown().flatMap((scope) => {
    const state = networks.state(scope);
    if (!state.last) return [];
    const { network, settlingSince } = state.last;
    return findingsOf(network, settlingSince, clock.now()).map((finding) => ({
      scope,
      finding,
      text: findingText(finding, network),
    }));
  });
}
