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
  const open = new Set(checked.wants.filter(({ state }) => state !== 'inPlace').map(({ word }) => word.start));
  // What an authoritative interface keeps has to be in its list.
  const giving = new Set([
    ...checked.releases.map(({ networkInterfaceNo }) => networkInterfaceNo),
    ...checked.wants.flatMap(({ from }) => from ?? []),
  ]);
  const listed = checked.targets.filter(
    ({ declared, networkInterface: { networkInterfaceNo: no } }) =>
      declared.secondaryIps.some(({ start }) => open.has(start)) || (declared.authoritative && giving.has(no)),
  );
  return [
    ...listed.map((target) => ofInterface(checked, target, text)),
    ...ofFloating(checked, text, network),
    ...ofReleased(checked, text, listed),
  ].map((one) => ({ ...one, edits: apart(one.edits) }));
}

/** The list as it is live. What it names then is released no more; what the file says elsewhere is not said once more. */
function ofInterface(checked: CheckedDeclaration, { declared, networkInterface }: Target, text: string): LiveEdit {
  const { declaration, wants, isReserved } = checked;
  const floating = new Set(declaration.floating.map(({ address }) => address.start));
  const isNear = ({ word, subnetNo }: Want): boolean =>
    subnetNo === networkInterface.subnetNo && floating.has(word.start);
  const elsewhere = new Set(wants.filter(isNear).map(({ word }) => word.text));
  const addresses = networkInterface.secondaryIpList.filter((one) => !elsewhere.has(one) && !isReserved(one));
  const wrong = declared.secondaryIps.filter((word) => !addresses.includes(word.text));
  const released = declaration.released.filter((word) => addresses.includes(word.text));
  return {
    places: [declared.name, ...wrong, ...released],
    live: { addresses },
    edits: [...ownEdits(text, declared, addresses), ...released.map((word) => removed(text, word))],
  };
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
  const isFlow = text.slice(declared.name.end, firstKey.start).replaceAll(/#.*/g, '').includes('{');
  const next = isFlow ? ', ' : `\n${before}`;
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

/** What somebody holds is not released, where no list of the file names it then. */
function ofReleased(
  { declaration, releases }: CheckedDeclaration,
  text: string,
  listed: readonly Target[],
): LiveEdit[] {
  const done = new Set(listed.map(({ networkInterface }) => networkInterface.networkInterfaceNo));
  const held = new Map(releases.map(({ start, networkInterfaceNo }) => [start, networkInterfaceNo]));
  return declaration.released.flatMap((word) => {
    const holder = held.get(word.start);
    if (holder === undefined || done.has(holder)) return [];
    return [{ places: [word], live: { holder }, edits: [removed(text, word)] }];
  });
}
