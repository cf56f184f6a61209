import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { longestList, splitListLines } from '../plan/listLines';
import { writtenAddresses } from '../plan/parseAddressList';
import type { ReservedIn } from '../plan/planning';
import { unseenAddresses } from '../plan/unseenAddresses';
import { createInterfaceNames } from '../plan/interfaceNames';
import type { Span } from '../text/span';

/** What may stand at a place of a list. Words are made in src/features/listEditor/completionItems.ts. */
export type ListCompletion =
  | { readonly kind: 'interface'; readonly networkInterface: NetworkInterface; readonly name: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'takeover' };

/** What fits, the text that it takes the place of, and whether typing on may find more. */
export interface ListCompletions {
  readonly span: Span;
  readonly items: readonly ListCompletion[];
  readonly isIncomplete: boolean;
}

/** So many are offered at once: a region may have ten thousand interfaces, a subnet 65,529 addresses. */
const most = { interfaces: 200, addresses: 50 };
/** Nobody completes a longer line (characters). */
const longestLine = 2_000;

/** What fits where somebody types: an interface at the beginning of a line, then addresses of its subnet not seen in use. */
export function completeList(
  text: string,
  offset: number,
  network: Network,
  reservedIn: ReservedIn = () => new Map(),
): ListCompletions | undefined {
  if (text.length > longestList) return undefined;
  const line = splitListLines(text).findLast(({ start }) => start <= offset);
  if (!line || offset - line.start > longestLine) return undefined;
  const before = line.text.slice(0, offset - line.start);
  if (before.includes('#') || /^\s*[[\]{}"]/.test(before)) return undefined;
  const names = createInterfaceNames(network);
  const [, indent = '', name = ''] = /^(\s*)([^,;\t]*?)(?:[,;\t]|\s(?=[\d.]*$)|$)/.exec(before) ?? [];
  if (indent.length + name.length === before.length) {
    return { span: { start: line.start + indent.length, end: offset }, ...interfacesLike(name, network, names.best) };
  }
  const found = names.find(name);
  const subnetNo = typeof found === 'string' ? network.interface(found)?.subnetNo : undefined;
  if (subnetNo === undefined) return undefined;
  const typed = /[^\s,;-]*$/.exec(before)?.[0] ?? '';
  const addresses: ListCompletion[] = [];
  let isIncomplete = false;
  const except = new Set([...writtenAddresses(text), ...reservedIn(subnetNo).keys()]);
  for (const address of unseenAddresses(network, subnetNo, except)) {
    if (!address.startsWith(typed)) continue;
    isIncomplete = addresses.length >= most.addresses;
    if (isIncomplete) break;
    addresses.push({ kind: 'address', address });
  }
  const hasAddress = /\d\.\d+\.\d+[\s,;]+\w*$/.test(before.slice(indent.length + name.length));
  return {
    span: { start: offset - typed.length, end: offset },
    items: [...addresses, ...(hasAddress ? [{ kind: 'takeover' } as const] : [])],
    isIncomplete,
  };
}

function interfacesLike(
  typed: string,
  network: Network,
  best: (one: NetworkInterface) => string,
): Omit<ListCompletions, 'span'> {
  const wanted = typed.toLowerCase();
  const found = network.interfaces.filter((one) => {
    const { networkInterfaceNo, networkInterfaceName, ip } = one;
    const server = network.serverOf(one)?.serverName ?? '';
    return [networkInterfaceNo, networkInterfaceName, ip, server].some((name) => name.toLowerCase().includes(wanted));
  });
  return {
    items: found
      .slice(0, most.interfaces)
      .map((networkInterface) => ({ kind: 'interface', networkInterface, name: best(networkInterface) })),
    isIncomplete: found.length > most.interfaces,
  };
}
