import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { maxSecondaryIps } from '../../model/networkInterface';
import { transfersOf } from '../../plan/transfersOf';
import type { AccessControlGroup } from '../../model/accessControlGroup';
import { plain } from '../../text/plain';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';
import { unseenText } from '../../words/subnetText';
import { ageText, momentText } from '../../words/timeText';
import type { MeantWord } from '../declared/wordAt';

/** What else is known of what a hover is about. */
export interface HoverFacts {
  readonly entries: readonly JournalEntry[];
  readonly groups: readonly AccessControlGroup[];
  readonly reason?: string | undefined;
  /** Epoch ms. */
  readonly readAt: number;
}

/** Who holds an address now and since when by our history, or what an interface is; Markdown, a paragraph each. */
export function hoverText(meant: MeantWord, { entries, groups, reason, readAt }: HoverFacts): string | undefined {
  const { word, network, networkInterface, subnetNo = networkInterface?.subnetNo } = meant;
  if (subnetNo === undefined) return undefined;
  const subnet = network.subnet(subnetNo);
  const place = [subnet?.subnetName ?? subnetNo, subnet?.subnet ?? ''].filter(Boolean).map(shownName).join(' · ');
  const isAddress = meant.subnetNo !== undefined;
  const since = isAddress && networkInterface ? heldSince(meant, entries) : undefined;
  const lines = [
    ...(isAddress ? [`**${plain(word.text)}**: ${plain(holderText(meant, reason))}`] : []),
    ...(since === undefined ? [] : [plain(l10n.t('since {0}, by the history', momentText(since)))]),
    ...(networkInterface && !isAddress ? [`**${plain(interfaceTitle(networkInterface, network))}**`] : []),
    ...(networkInterface ? [plain(interfaceText(meant, groups))] : []),
    plain(l10n.t('Subnet: {0}', place)),
    plain(ageText(readAt)),
  ];
  return lines.join('\n\n');
}

function holderText({ network, networkInterface, word }: MeantWord, reason: string | undefined): string {
  if (!networkInterface) return unseenText(reason);
  const held = l10n.t('held by {0}', interfaceTitle(networkInterface, network));
  return networkInterface.ip === word.text ? `${held} (${l10n.t('primary IP')})` : held;
}

function interfaceText({ networkInterface }: MeantWord, groups: readonly AccessControlGroup[]): string {
  if (!networkInterface) return '';
  const { networkInterfaceNo, ip, secondaryIpList, accessControlGroupNoList } = networkInterface;
  const names = accessControlGroupNoList.map((no) =>
    shownName(groups.find((one) => one.accessControlGroupNo === no)?.accessControlGroupName ?? no),
  );
  return [
    shownName(networkInterfaceNo),
    shownName(ip),
    `${secondaryIpList.length}/${maxSecondaryIps}`,
    ...(names.length > 0 ? [`ACG ${names.join(', ')}`] : []),
  ].join(' · ');
}

/** When a change of ours put the address there, and none took it away since. Epoch ms. */
function heldSince({ word, subnetNo, networkInterface, scope }: MeantWord, entries: readonly JournalEntry[]) {
  for (const entry of entries) {
    if (entry.profile.id !== scope.profile.id || entry.regionCode !== scope.regionCode) continue;
    const moved = transfersOf(entry).find((one) => one.address === word.text && one.subnetNo === subnetNo);
    if (!moved) continue;
    return moved.to === networkInterface?.networkInterfaceNo ? (entry.finishedAt ?? entry.startedAt) : undefined;
  }
  return undefined;
}
