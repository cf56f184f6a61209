import { l10n } from 'vscode';
import type { Warning } from '../../plan/plan';
import type { Namer } from '../namer';
import { shownName, shownNames } from '../shownName';
import { usageText } from '../subnetText';

type Row<K extends Warning['kind']> = (warning: Extract<Warning, { kind: K }>, name: Namer) => string;

const rows: { readonly [K in Warning['kind']]: Row<K> } = {
  takeover: ({ address, from }, name) => l10n.t('{0} moves away from {1}.', shownName(address), name(from)),
  removes: ({ networkInterfaceNo, addresses }, name) =>
    l10n.t('{0} loses {1}.', name(networkInterfaceNo), shownNames(addresses)),
  subnetUsage: ({ subnetNo, usage }) =>
    l10n.t(
      'Subnet {0} is for {1}. The service may reject this change.',
      shownName(subnetNo),
      usageText({ usageType: { code: usage } }) ?? usage,
    ),
  managedInterface: ({ networkInterfaceNo, instanceType }, name) =>
    l10n.t(
      '{0} belongs to a managed service ({1}). Changing it by hand is risky.',
      name(networkInterfaceNo),
      shownName(instanceType),
    ),
  unknownOwner: ({ networkInterfaceNo }, name) =>
    l10n.t(
      '{0} is in use, but not by a server that can be seen. It may belong to a managed service.',
      name(networkInterfaceNo),
    ),
  alreadyThere: ({ networkInterfaceNo, addresses }, name) =>
    l10n.t('{0} already has {1}.', name(networkInterfaceNo), shownNames(addresses)),
  notThere: ({ networkInterfaceNo, addresses }, name) =>
    l10n.t('{0} does not have {1}.', name(networkInterfaceNo), shownNames(addresses)),
  moving: ({ address, networkInterfaceNos }, name) =>
    l10n.t(
      '{0} was seen on several interfaces ({1}). Someone may be moving it.',
      shownName(address),
      networkInterfaceNos.map(name).join(', '),
    ),
  reserved: ({ address, for: reason }) => l10n.t('{0} is reserved for {1}.', shownName(address), shownName(reason)),
  countNotRepeatable: ({ count }) =>
    l10n.t(
      'NAVER Cloud chooses {0}. If the response is lost, only reading the interface back shows which. Proposed addresses are safer.',
      count,
    ),
  guestOs: ({ networkInterfaceNo }, name) =>
    l10n.t('Also set the address in the operating system of {0}.', name(networkInterfaceNo)),
  guestOsLoses: ({ networkInterfaceNo, addresses }, name) =>
    l10n.t('Also remove {1} from the operating system of {0}.', name(networkInterfaceNo), shownNames(addresses)),
};

/** One sentence for one warning, in the user's language. */
export function warningText(warning: Warning, name: Namer): string {
  return (rows[warning.kind] as Row<Warning['kind']>)(warning, name);
}
