import { l10n } from 'vscode';
import type { Finding } from '../../model/findings';
import type { Network } from '../../model/network';
import { createNamer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { secondaryIpCount } from '../../words/countText';

/** A finding in a sentence. */
export function findingText(finding: Finding, network: Network): string {
  const name = createNamer(network);
  switch (finding.kind) {
    case 'stuck':
      return l10n.t('{0} has been changing for {1} minutes.', name(finding.networkInterfaceNo), finding.minutes);
    case 'orphan':
      return l10n.t(
        '{0} is not attached but holds {1}.',
        name(finding.networkInterfaceNo),
        secondaryIpCount(finding.secondaryIps),
      );
    case 'crowded': {
      const { subnetNo, used, usable } = finding;
      const subnet = shownName(network.subnet(subnetNo)?.subnetName ?? subnetNo);
      return used >= usable
        ? l10n.t('Subnet {0} is full: {1} of {2}', subnet, used, usable)
        : l10n.t('Subnet {0} is nearly full: {1} of {2}', subnet, used, usable);
    }
  }
}
