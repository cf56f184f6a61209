import { scopeKey } from '../session/scope';
import { l10n } from 'vscode';
import type { Network } from '../model/network';
import { ageText } from '../words/timeText';
import { protectionText, siteText } from '../words/siteText';
import { hoverText, type TextFact } from '../words/factList';
import { whereText } from '../words/whereText';
import type { Region } from './drawing';
import type { TreeNode } from './node';
import { nodeItem } from './nodeItem';
import { regionContent } from './regionContent';

/**
 * One pinned region of a profile, when several are shown. Its network is read when it is opened first. `keysEnd`: when the
 * profile's temporary keys end, in words, where this row stands for the profile as well.
 */
export function regionNode(region: Region, parent: TreeNode | undefined, keysEnd: () => readonly string[]): TreeNode {
  const { scope } = region;
  const id = scopeKey(scope);
  const { profile, regionCode } = scope;
  const label = parent ? regionCode : whereText(scope);
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'region', scope },
    children: () => regionContent(region, node),
    item() {
      const now = region.state;
      const ends = keysEnd();
      const hasFailed = now.kind === 'failed';
      const failed = hasFailed ? [l10n.t('could not be loaded')] : [];
      const age = now.last ? [ageText(now.last.readAt)] : hasFailed ? [] : [l10n.t('not loaded yet')];
      const description = [...failed, ...protectionText(profile), ...ends, ...age].join(' · ');
      return nodeItem({
        id,
        label,
        description,
        kind: 'region',
        icon: now.kind === 'failed' ? 'warning' : profile.protection === 'readOnly' ? 'lock' : 'globe',
        // Closed while it is read first: a row that changes then is drawn anew while it opens.
        state: hasFailed || now.last ? 'open' : 'closed',
        hover: () =>
          hoverText(whereText(scope), [
            [l10n.t('Profile'), [profile.name, ...protectionText(profile)].join(', ')],
            [l10n.t('Site'), siteText(profile.site)],
            [l10n.t('Region'), [regionCode, ...failed].join(', ')],
            [l10n.t('Keys'), ends.join(', ')],
            [l10n.t('Loaded'), age.join(', ')],
            ...(now.last ? countFacts(now.last.network) : []),
          ]),
        spoken: l10n.t('Region {0} of profile {1}, {2}', regionCode, profile.name, description),
      });
    },
  };
  return node;
}

function countFacts({ vpcs, subnets, servers, interfaces }: Network): TextFact[] {
  return [
    [l10n.t('VPCs'), String(vpcs.length)],
    [l10n.t('Subnets'), String(subnets.length)],
    [l10n.t('Servers'), String(servers.length)],
    [l10n.t('Network interfaces'), String(interfaces.length)],
  ];
}
