import fc from 'fast-check';
import { groupByScope } from '../../src/declared/groupByScope';
import { isBlocking, type Declaration } from '../../src/declared/declaration';
import { readDeclarations } from '../../src/declared/readDeclarations';
import type { Network } from '../../src/model/network';
import { situation } from './planSituations';

/** What a document says of one interface. */
interface WrittenInterface {
  readonly secondaryIps: readonly string[];
  readonly authoritative: boolean;
}

/** One document, as it is written. Interfaces are named by their numbers. */
export interface WrittenDocument {
  readonly interfaces: Readonly<Record<string, WrittenInterface>>;
  readonly floating: readonly { readonly address: string; readonly holders: readonly string[] }[];
  readonly reserved: readonly { readonly address: string }[];
  readonly released: readonly string[];
}

/** Files of several documents each, about one network with two subnets that share their addresses. */
export interface Project {
  readonly network: Network;
  readonly files: readonly (readonly WrittenDocument[])[];
}

const drawnDocument = fc.record({
  /** For each interface of the network in turn: whether it is here, and what of what is held and unseen it is to have. */
  interfaces: fc.array(
    fc.record({
      isHere: fc.boolean(),
      authoritative: fc.boolean(),
      keeps: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      gets: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  floating: fc.array(fc.record({ pick: fc.nat(), first: fc.nat(), second: fc.nat() }), { maxLength: 2 }),
  reserved: fc.array(fc.nat(), { maxLength: 1 }),
  released: fc.array(fc.nat(), { maxLength: 3 }),
});

/** Projects that mostly make sense, drawn from what the network holds: an address that nobody has proves nothing. */
export const projects: fc.Arbitrary<Project> = fc
  .tuple(situation, fc.array(fc.array(drawnDocument, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(([{ network }, drawn]) => {
    const all = network.interfaces;
    const addresses = Array.from({ length: 9 }, (_, index) => `10.0.10.${6 + index}`);
    const held = all.flatMap(({ secondaryIpList }) => secondaryIpList);
    const pool = [...held, ...held, ...addresses];
    const isPrimary = (subnetNo: string, address: string): boolean =>
      all.some((one) => one.subnetNo === subnetNo && one.ip === address);
    const named = new Set<string>();
    const spent = new Set<string>();
    /** Declares an address of a subnet once over all files. */
    const take = (subnetNo: string, address: string | undefined): string[] => {
      if (address === undefined || isPrimary(subnetNo, address) || spent.has(`${subnetNo} ${address}`)) return [];
      spent.add(`${subnetNo} ${address}`);
      return [address];
    };
    const files = drawn.map((documents) =>
      documents.map((document): WrittenDocument => {
        const here = all.filter(({ networkInterfaceNo }, index) => {
          const isHere = document.interfaces[index]!.isHere && !named.has(networkInterfaceNo);
          if (isHere) named.add(networkInterfaceNo);
          return isHere;
        });
        const interfaces = here.map((one): [string, WrittenInterface] => {
          const { keeps, gets, authoritative } = document.interfaces[all.indexOf(one)]!;
          const room = authoritative ? 5 : 5 - one.secondaryIpList.length;
          const kept = one.secondaryIpList
            .filter((_, at) => keeps[at])
            .flatMap((address) => take(one.subnetNo, address));
          const got = gets
            .map((pick) => pool[pick % pool.length])
            .filter((address) => address !== undefined && !one.secondaryIpList.includes(address))
            .slice(0, authoritative ? Math.max(0, room - kept.length) : room)
            .flatMap((address) => take(one.subnetNo, address));
          return [one.networkInterfaceNo, { secondaryIps: [...kept, ...got], authoritative }];
        });
        const floating = document.floating.flatMap(({ pick, first, second }) => {
          const holder = all[first % all.length]!;
          const neighbours = network.interfacesOf(holder.subnetNo);
          const other = neighbours[second % neighbours.length]!.networkInterfaceNo;
          const holders = [...new Set([holder.networkInterfaceNo, other])];
          return take(holder.subnetNo, pool[pick % pool.length]).map((address) => ({ address, holders }));
        });
        // An address is one of two subnets: reserved or released is what neither of them declares.
        const free = (pick: number): string[] => {
          const address = pool[pick % pool.length];
          return ['1', '2'].some((no) => spent.has(`${no} ${address!}`)) || address === undefined ? [] : [address];
        };
        const released = [...new Set(document.released.flatMap(free))].filter(
          (address) => !['1', '2'].some((no) => isPrimary(no, address)),
        );
        const reserved = document.reserved.flatMap(free).map((address) => ({ address }));
        return { interfaces: Object.fromEntries(interfaces), floating, reserved, released };
      }),
    );
    return { network, files };
  });

/** The files as one, as the tools take them together. Undefined where one of them cannot be read. */
export function declarationOf({ files }: Pick<Project, 'files'>): Declaration | undefined {
  const fileOf = new Map<Declaration, string>();
  for (const [index, documents] of files.entries()) {
    // JSON is YAML.
    const text = documents.map((one) => JSON.stringify({ version: 1, maxRemovals: 40, ...one })).join('\n---\n');
    const read = readDeclarations(text, '2026-11-27');
    if (read.problems.some(isBlocking)) return undefined;
    for (const { declaration } of read.documents) if (declaration) fileOf.set(declaration, String(index));
  }
  const [declaration] = groupByScope(
    [...fileOf.keys()],
    () => 'one region',
    (one) => fileOf.get(one)!,
  );
  return declaration;
}

/** Who may lose an address, by what is written alone: `why` is the rule that allows it. */
export function mayLose(
  { network, files }: Project,
  networkInterfaceNo: string,
  address: string,
): 'authoritative' | 'released' | 'moved' | undefined {
  const subnetOf = (no: string): string | undefined => network.interface(no)?.subnetNo;
  const subnetNo = subnetOf(networkInterfaceNo);
  const documents = files.flat();
  if (documents.some(({ interfaces }) => interfaces[networkInterfaceNo]?.authoritative)) return 'authoritative';
  const isReleased = files.some((file) => {
    const named = file.flatMap(({ interfaces, floating }) => [
      ...Object.keys(interfaces),
      ...floating.flatMap(({ holders }) => holders),
    ]);
    return file.some(({ released }) => released.includes(address)) && named.some((no) => subnetOf(no) === subnetNo);
  });
  if (isReleased) return 'released';
  const isWanted = documents.some(({ interfaces, floating }) => {
    const lists = Object.entries(interfaces).filter(([no]) => subnetOf(no) === subnetNo && no !== networkInterfaceNo);
    const floats = floating.filter(({ holders }) => holders.some((no) => subnetOf(no) === subnetNo));
    return (
      lists.some(([, { secondaryIps }]) => secondaryIps.includes(address)) ||
      floats.some((one) => one.address === address && !one.holders.includes(networkInterfaceNo))
    );
  });
  return isWanted ? 'moved' : undefined;
}
