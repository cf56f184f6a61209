import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { firstCharacters, nameOrStart } from './listLines';
import type { Problem } from './plan';

/** Longer than any name of the service, in characters: what is longer is something else that was pasted. */
const longestName = 200;

/** What finding an interface by name needs of a network. */
export type NamedNetwork = Pick<Network, 'interface' | 'interfaces' | 'serverOf'>;

/** Every name of the interfaces of a region, as the tree shows them. */
export interface InterfaceNames {
  /** The number of the interface that is called so; or why there is none, or not only one. */
  readonly find: (name: string) => string | Problem;
  /** The shortest name that only this interface has: its server's, with the device where needed; its own; its number. */
  readonly best: (networkInterface: NetworkInterface) => string;
}

/**
 * Names an interface may be called by: its number, its own name, its primary address, its server (the server's default
 * interface), `server/device` or `server · device`; any of them with the number after it, as in `web-01 (701236)`.
 */
export function createInterfaceNames({ interface: byNo, interfaces, serverOf }: NamedNetwork): InterfaceNames {
  const byName = new Map<string, Set<NetworkInterface>>();
  const namesOf = (one: NetworkInterface): string[] => {
    const server = serverOf(one)?.serverName;
    const { deviceName, isDefault, networkInterfaceName, ip } = one;
    return [
      ...(server !== undefined && (isDefault || deviceName === undefined) ? [server] : []),
      ...(server !== undefined && deviceName !== undefined ? [`${server}/${deviceName}`] : []),
      networkInterfaceName,
      ip,
    ].map(plainName);
  };
  for (const one of interfaces) {
    for (const name of namesOf(one)) {
      const found = byName.get(name);
      if (found) found.add(one);
      else byName.set(name, new Set([one]));
    }
  }

  function find(text: string): string | Problem {
    if (text.length > longestName) return { kind: 'unknownInterface', networkInterfaceNo: firstCharacters(text) };
    const name = plainName(text);
    if (byNo(name)) return name;
    const found = [...(byName.get(name) ?? withNumber(name))].map(({ networkInterfaceNo }) => networkInterfaceNo);
    const [first, ...others] = found;
    if (first === undefined) return { kind: 'unknownInterface', networkInterfaceNo: nameOrStart(name) };
    return others.length === 0 ? first : { kind: 'ambiguousInterface', text: name, networkInterfaceNos: found };
  }

  /** `web-01 (701236)`: the number decides, and the name has to fit it. */
  function withNumber(name: string): NetworkInterface[] {
    const digits = /(?:[(/ ])(\d+)\)?$/.exec(name);
    const one = digits?.[1] === undefined ? undefined : byNo(digits[1]);
    if (!one || !digits) return [];
    return namesOf(one).includes(plainName(name.slice(0, digits.index))) ? [one] : [];
  }

  return {
    find,
    best(one) {
      const { networkInterfaceNo } = one;
      const isWritable = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(name);
      return namesOf(one).find((name) => isWritable(name) && find(name) === networkInterfaceNo) ?? networkInterfaceNo;
    },
  };
}

/** One spelling of a name: without what stands between it and the addresses, and with one sign before the device. */
function plainName(name: string): string {
  const short = name.slice(0, longestName).replace(/\s+/g, ' ');
  // Backwards by hand: a pattern that ends with the text begins anew at each of its signs.
  let end = short.length;
  while (end > 0 && ' :='.includes(short.charAt(end - 1))) end--;
  return short
    .slice(0, end)
    .replace(/ -$/, '')
    .replace(/ ?[·・/] ?/g, '/')
    .trim();
}
