import type { AccessControlGroup } from './accessControlGroup';
import { interfaceTexts, placeTexts } from './interfaceTexts';
import type { Network } from './network';
import type { NetworkInterface } from './networkInterface';
import { fold } from './fold';

/** The numbers of an interface's ACGs, and the names of those that were read. */
export function groupTexts(
  { accessControlGroupNoList }: NetworkInterface,
  nameOf: ReadonlyMap<AccessControlGroup['accessControlGroupNo'], string>,
): string[] {
  return accessControlGroupNoList.flatMap((no) => [no, nameOf.get(no) ?? '']).filter((text) => text !== '');
}

/** With colons and bare: a text typed with separators must not be found across the middle of a pair. */
export function macForms(macAddress: string | undefined): string[] {
  if (macAddress === undefined) return [];
  const pairs = macAddress.replaceAll('-', ':');
  return [pairs, pairs.replaceAll(':', '')];
}

/** All that is known of an interface in one text, folded. */
export function interfaceLine(
  networkInterface: NetworkInterface,
  network: Network,
  nameOf: ReadonlyMap<string, string> = new Map(),
): string {
  return lineOf([
    ...interfaceTexts(networkInterface, network),
    ...macForms(networkInterface.macAddress),
    ...groupTexts(networkInterface, nameOf),
  ]);
}

/** All that is known of a subnet in one text, folded. */
export function subnetLine(subnetNo: string, network: Network): string {
  return lineOf(placeTexts(subnetNo, network));
}

const lineOf = (texts: readonly (string | undefined)[]): string => fold(texts.filter(Boolean).join('\n'));

/** The words of a folded text; of several, those that name the profile or the region only narrow down to it. */
export function wantedWords(folded: string, { profileName, regionCode }: Place): string[] {
  const words = folded.split(' ').filter(Boolean);
  if (words.length < 2) return words;
  const where = fold(`${profileName} ${regionCode}`);
  return words.filter((word) => !where.includes(word));
}

/** Where a line belongs to. */
interface Place {
  readonly profileName: string;
  readonly regionCode: string;
}
