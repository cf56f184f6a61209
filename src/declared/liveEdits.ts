import type { Network } from '../model/network';
import type { Span, TextEdit } from '../text/span';
import type { CheckedDeclaration } from './checkDeclaration';
import { namesOf, type Target, type Want } from './collectWants';
import { apart, appended, listEdits, lineOf, removed } from './listEdits';

/** A piece of a file that is not so, made to say what is live. */
export interface LiveEdit {
  /** Where that is marked. */
  readonly places: readonly Span[];
  /** What an interface holds, or the number of the one that holds an address; empty where nobody does. */
  readonly live: { readonly addresses: readonly string[] } | { readonly holder?: string };
  readonly edits: readonly TextEdit[];
}

/**
 * What is not as the file says, each with the edits that write what is there: the list of an interface, the holders of a floating
 * address, and what is to be released and is held. Comments and order stay.
 */
export function liveEdits(checked: CheckedDeclaration, text: string, network: Network): LiveEdit[] {
  return [...ofInterfaces(checked, text), ...ofFloating(checked, text, network), ...ofReleased(checked, text)].map(
    (one) => ({ ...one, edits: apart(one.edits) }),
  );
}

function ofInterfaces({ targets, wants, releases, declaration, isReserved }: CheckedDeclaration, text: string) {
  const open = wants.filter(({ state }) => state !== 'inPlace');
  const drifting = new Set([...open.map(({ word }) => word.start), ...releases.map(({ start }) => start)]);
  // What the file says elsewhere is not said once more.
  const elsewhere = new Set(declaration.floating.map(({ address }) => address.text));
  return targets.flatMap(({ declared, networkInterface }): LiveEdit[] => {
    const { name, secondaryIps } = declared;
    if (![name, ...secondaryIps].some(({ start }) => drifting.has(start))) return [];
    const addresses = networkInterface.secondaryIpList.filter((one) => !elsewhere.has(one) && !isReserved(one));
    const wrong = secondaryIps.filter((word) => !addresses.includes(word.text));
    return [{ places: [name, ...wrong], live: { addresses }, edits: ownEdits(text, declared, addresses) }];
  });
}

/** Of an object that has no list yet, the list is written before what it says. */
function ownEdits(text: string, declared: Target['declared'], addresses: readonly string[]): TextEdit[] {
  const { list, secondaryIps, firstKey } = declared;
  if (list) return listEdits(text, list, secondaryIps, addresses);
  if (!firstKey) return [];
  const written = `[${addresses.join(', ')}]`;
  if (firstKey.text === 'secondaryIps') {
    const colon = text.indexOf(':', firstKey.end) + 1;
    return [{ start: colon, end: colon, text: ` ${written}` }];
  }
  const before = text.slice(lineOf(text, firstKey).start, firstKey.start);
  const next = before.trim() === '' ? `\n${before}` : ', ';
  return [{ start: firstKey.start, end: firstKey.start, text: `secondaryIps: ${written}${next}` }];
}

/** Who holds a floating address becomes one of its holders; what nobody holds is not declared. */
function ofFloating({ declaration, wants }: CheckedDeclaration, text: string, network: Network): LiveEdit[] {
  const byPlace = new Map(wants.map((want): [number, Want] => [want.word.start, want]));
  return declaration.floating.flatMap(({ address, holders, item }) => {
    const want = byPlace.get(address.start);
    if (!want || want.state === 'inPlace') return [];
    const { from } = want;
    const holder = from === undefined ? undefined : network.interface(from);
    const last = holders.at(-1);
    if (from === undefined || !holder || !last) return [{ places: [address], live: {}, edits: [removed(text, item)] }];
    return [
      { places: [address], live: { holder: from }, edits: appended(text, last, [namesOf(network).best(holder)]) },
    ];
  });
}

/** What somebody holds is not released. */
function ofReleased({ declaration, releases }: CheckedDeclaration, text: string): LiveEdit[] {
  const held = new Map(releases.map(({ start, networkInterfaceNo }) => [start, networkInterfaceNo]));
  return declaration.released.flatMap((word) => {
    const holder = held.get(word.start);
    return holder === undefined ? [] : [{ places: [word], live: { holder }, edits: [removed(text, word)] }];
  });
}
