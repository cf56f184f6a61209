import { l10n, type TreeView } from 'vscode';
import type { NetworkState, Scope } from '../session/networkStore';
import { setContextKey } from './contextKeys';

/** Puts what is looked at and how old it is above the tree, and what `when` clauses need of it into context keys. */
export function describeNetworkView(
  view: Pick<TreeView<unknown>, 'description'>,
  scope: Scope | undefined,
  state: NetworkState,
): void {
  const last = 'last' in state ? state.last : undefined;
  const time = last && new Date(last.readAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const parts = scope ? [scope.profile.name, scope.regionCode] : [];
  if (scope?.profile.protection === 'readOnly') parts.push(l10n.t('read-only'));
  if (scope?.profile.protection === 'protected') parts.push(l10n.t('protected'));
  if (time !== undefined) parts.push(l10n.t('as of {0}', time));
  view.description = parts.join(' · ');
  setContextKey('ncloudIp.networkEmpty', state.kind === 'loaded' && isEmpty(state));
  setContextKey('ncloudIp.readOnly', scope?.profile.protection === 'readOnly');
}

function isEmpty({ last: { network, gaps } }: Extract<NetworkState, { kind: 'loaded' }>): boolean {
  return network.interfaces.length + network.vpcs.length + network.subnets.length + gaps.length === 0;
}
