import { l10n } from 'vscode';
import type { MapTexts } from '../../map/messages';
import { maxSecondaryIps } from '../../model/networkInterface';
import { unlistedText } from '../../words/facts';

/** The words of the map. Each is a whole text for l10n; what the page fills in stays a `{0}`. */
export function mapTexts(): MapTexts {
  return {
    states: {
      primary: l10n.t('primary IP'),
      secondary: l10n.t('secondary IP'),
      changing: l10n.t('changing'),
      reserved: l10n.t('reserved'),
      unseen: l10n.t('not seen in use'),
    },
    whyUnseen: unlistedText(),
    legend: l10n.t('What the cells mean'),
    addresses: l10n.t('Addresses'),
    gap: l10n.t('{0} – {1} · {2} not seen in use', '{0}', '{1}', '{2}'),
    gapOthers: l10n.t('{0} – {1} · {2} others', '{0}', '{1}', '{2}'),
    primaryOf: l10n.t('primary IP of {0}', '{0}'),
    secondaryOf: l10n.t('secondary IP of {0}', '{0}'),
    selected: l10n.t('{0} selected', '{0}'),
    tooMany: l10n.t('An interface holds up to {0} secondary IPs', maxSecondaryIps),
    nothing: l10n.t('Nothing selected'),
    assign: l10n.t('Assign to…'),
    move: l10n.t('Move to…'),
    unassign: l10n.t('Unassign'),
    copyAs: l10n.t('Copy As…'),
    copy: l10n.t('Copy'),
    saveSvg: l10n.t('Save as SVG…'),
    asMap: l10n.t('Map'),
    asTable: l10n.t('Table'),
    address: l10n.t('Address'),
    state: l10n.t('State'),
    networkInterface: l10n.t('Network interface'),
    server: l10n.t('Server'),
    status: l10n.t('Status'),
    typed: l10n.t('Going to {0}', '{0}'),
    notHere: l10n.t('{0} is not in this subnet', '{0}'),
  };
}
