import { l10n } from 'vscode';
import type { Scope } from '../session/scope';
import { hoverText } from '../words/factList';
import { protectionText, siteText } from '../words/siteText';
import type { TreeNode } from './node';
import { nodeItem } from './nodeItem';

/** A profile of which several regions are shown. `keysEnd`: when its temporary keys end, in words. */
export function profileNode(
  { profile, regionCode }: Scope,
  count: number,
  keysEnd: () => readonly string[],
  regions: (node: TreeNode) => readonly TreeNode[],
): TreeNode {
  const node: TreeNode = {
    id: profile.id,
    parent: undefined,
    subject: { kind: 'profile', scope: { profile, regionCode } },
    children: () => regions(node),
    item() {
      const ends = keysEnd();
      return nodeItem({
        id: profile.id,
        label: profile.name,
        description: [siteText(profile.site), ...ends].join(' · '),
        kind: 'profile',
        icon: 'account',
        state: 'open',
        hover: () =>
          hoverText(profile.name, [
            [l10n.t('Site'), siteText(profile.site)],
            [l10n.t('Protection'), protectionText(profile).join(', ')],
            [l10n.t('Keys'), ends.join(', ')],
            [l10n.t('Regions'), String(count)],
          ]),
        spoken: [l10n.t('Profile {0}, {1} regions', profile.name, count), ...ends].join(', '),
      });
    },
  };
  return node;
}
