import { addressToNumber } from '../model/address';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { checkAddress } from '../plan/checkAddress';
import { createInterfaceNames, type InterfaceNames } from '../plan/interfaceNames';
import { addressKey } from '../plan/planning';
import type { Word } from '../text/span';
import type { Declaration, DeclaredInterface, DeclaredProblem, Reservation } from './declaration';

/** One declared address, on the interface that has it or gets it. */
export interface Want {
  readonly word: Word;
  readonly networkInterfaceNo: string;
  readonly subnetNo: string;
  readonly state: 'inPlace' | 'missing' | 'taken';
  /** Who holds it now and loses it. */
  readonly from?: string;
}

/** A declared interface that was found. */
export interface Target {
  readonly declared: DeclaredInterface;
  readonly networkInterface: NetworkInterface;
}

/** Everything a file wants to be somewhere. */
export interface Wants {
  readonly targets: readonly Target[];
  readonly wants: readonly Want[];
  /** The subnets that the file is about. */
  readonly subnetNos: ReadonlySet<string>;
}

const inPlace = { ok: true, state: 'alreadyThere' } as const;

const known = new WeakMap<Network, InterfaceNames>();

/** The names of a network's interfaces, collected once. */
export function namesOf(network: Network): InterfaceNames {
  const names = known.get(network) ?? createInterfaceNames(network);
  known.set(network, names);
  return names;
}

/** The reservation that an address is in. */
export function keeperOf({ reserved }: Pick<Declaration, 'reserved'>, address: string): Reservation | undefined {
  const value = addressToNumber(address);
  return reserved.find(({ first, last }) => first <= value && value <= last);
}

/** Finds every interface that the file names and who holds each address now. Says what cannot be so. */
export function collectWants(declaration: Declaration, network: Network, problems: DeclaredProblem[]): Wants {
  const names = namesOf(network);
  const subnetNos = new Set<string>();
  const targets: Target[] = [];
  const wants = new Map<string, Want>();

  function find(name: Word): NetworkInterface | undefined {
    const { start, end } = name;
    const found = names.find(name.text);
    const networkInterface = typeof found === 'string' ? network.interface(found) : undefined;
    if (typeof found !== 'string') problems.push({ kind: 'plan', problem: found, start, end });
    if (networkInterface) subnetNos.add(networkInterface.subnetNo);
    return networkInterface;
  }
  function want(word: Word, { networkInterfaceNo, subnetNo, secondaryIpList }: NetworkInterface): void {
    const { text: address, start, end } = word;
    // What is there needs no rule that allows it.
    const isThere = secondaryIpList.includes(address);
    const check = isThere ? inPlace : checkAddress(network, networkInterfaceNo, address, true);
    if (!check.ok) return void problems.push({ kind: 'plan', problem: check.problem, start, end });
    const key = addressKey(subnetNo, address);
    const keeper = keeperOf(declaration, address);
    const twice = wants.get(key);
    if (twice) problems.push({ kind: 'twice', address, start, end });
    else if (keeper) {
      problems.push({
        kind: 'reservedHere',
        address,
        start,
        end,
        ...(keeper.for !== undefined && { for: keeper.for }),
      });
    } else {
      const state = check.state === 'alreadyThere' ? 'inPlace' : check.state === 'takes' ? 'taken' : 'missing';
      const from = check.state === 'takes' ? { from: check.holder.networkInterfaceNo } : {};
      wants.set(key, { word, networkInterfaceNo, subnetNo, state, ...from });
    }
  }

  const named = new Map<string, string>();
  for (const declared of declaration.interfaces) {
    const networkInterface = find(declared.name);
    if (!networkInterface) continue;
    const { networkInterfaceNo } = networkInterface;
    const other = named.get(networkInterfaceNo);
    if (other !== undefined) {
      const { start, end } = declared.name;
      problems.push({ kind: 'sameInterface', networkInterfaceNo, other, start, end });
      continue;
    }
    named.set(networkInterfaceNo, declared.name.text);
    targets.push({ declared, networkInterface });
    // Twice in one list is told where the file is read.
    const listed = new Map(declared.secondaryIps.map((word) => [word.text, word]));
    for (const word of listed.values()) want(word, networkInterface);
  }
  for (const { address, holders } of declaration.floating) {
    const found = holders.flatMap((holder) => find(holder) ?? []);
    const [first] = found;
    if (!first) continue;
    if (found.some(({ subnetNo }) => subnetNo !== first.subnetNo)) {
      const networkInterfaceNos = found.map(({ networkInterfaceNo }) => networkInterfaceNo);
      const { start, end } = address;
      problems.push({ kind: 'plan', problem: { kind: 'severalSubnets', networkInterfaceNos }, start, end });
    } else want(address, found.find(({ secondaryIpList }) => secondaryIpList.includes(address.text)) ?? first);
  }
  return { targets, wants: [...wants.values()], subnetNos };
}
