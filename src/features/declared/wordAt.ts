import type { Declaration } from '../../declared/declaration';
import type { Network } from '../../model/network';
import type { NetworkInterface } from '../../model/networkInterface';
import { createInterfaceNames } from '../../plan/interfaceNames';
import { isIpv4 } from '../../model/address';
import type { Scope } from '../../session/scope';
import type { Span, Word } from '../../text/span';
import type { CheckedFile } from './checkedFile';

/** An address or a name in a file, with what it means in the network as last read. */
export interface MeantWord {
  readonly word: Word;
  readonly scope: Scope;
  readonly network: Network;
  /** The interface that is named, or that holds the address. */
  readonly networkInterface?: NetworkInterface | undefined;
  /** Of an address. */
  readonly subnetNo?: string | undefined;
}

/** What stands at a place of a file; undefined where it is neither an address nor a name, or its region was never read. */
export function wordAt({ groups }: Pick<CheckedFile, 'groups'>, offset: number): MeantWord | undefined {
  for (const { declaration, scope, network, checked } of groups) {
    if (!scope || !network || !checked) continue;
    const { word, near } = wordIn(declaration, offset) ?? {};
    if (!word) continue;
    if (!isIpv4(word.text) || near === 'name') {
      const found = createInterfaceNames(network).find(word.text);
      const networkInterface = typeof found === 'string' ? network.interface(found) : undefined;
      return { word, scope, network, networkInterface };
    }
    const around = [...checked.subnetNos, ...network.subnets.map(({ subnetNo }) => subnetNo)].filter(
      (no) => (network.range(no)?.place(word.text) ?? 'outside') !== 'outside',
    );
    const own = checked.wants.find((want) => want.word.start === word.start)?.subnetNo;
    const subnetNo = own ?? around.find((no) => network.holder(no, word.text)) ?? around[0];
    const holder = subnetNo === undefined ? undefined : network.holder(subnetNo, word.text);
    return { word, scope, network, subnetNo, networkInterface: holder?.networkInterface };
  }
  return undefined;
}

function wordIn(
  { interfaces, floating, released, reserved }: Declaration,
  offset: number,
): { readonly word: Word; readonly near: 'name' | 'address' } | undefined {
  const isHere = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const names = [...interfaces.map(({ name }) => name), ...floating.flatMap(({ holders }) => holders)];
  const name = names.find(isHere);
  if (name) return { word: name, near: 'name' };
  const addresses = [
    ...interfaces.flatMap(({ secondaryIps }) => secondaryIps),
    ...floating.map(({ address }) => address),
    ...released,
    ...reserved,
  ];
  const word = addresses.find(isHere);
  return word && { word, near: 'address' };
}
