import { isIpv4 } from '../model/address';
import { parseAddressList } from '../plan/parseAddressList';
import type { AddressIndex } from './addressIndex';
import type { Hit } from './hit';

/** What one of several addresses is, in one subnet that it lies in. Empty text stands for what is not there. */
export interface TableRow {
  readonly address: string;
  /** `outside`: in no subnet that was read. */
  readonly state: 'primary' | 'secondary' | 'reserved' | 'not seen in use' | 'outside';
  readonly server: string;
  readonly device: string;
  readonly name: string;
  readonly interface: string;
  readonly subnet: string;
  readonly range: string;
  readonly vpc: string;
  readonly profile: string;
  readonly region: string;
  /** Who holds it, to be revealed. */
  readonly hit?: AddressHit;
}

type AddressHit = Extract<Hit, { kind: 'address' }>;

/** The columns of the table, in order. They are names for machines as well as people, so they are not translated. */
export const tableColumns = [
  'address',
  'state',
  'server',
  'device',
  'name',
  'interface',
  'subnet',
  'range',
  'vpc',
  'profile',
  'region',
] as const satisfies readonly (keyof TableRow)[];

/** Whole in a text, with whatever beside it that is no part of a name, a longer number or a range. */
const wholeAddress = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![.-]?\w)/g;

/**
 * The addresses of a text that is a list of them, or has several among other words, as a log does, each once; undefined for anything
 * else, such as words to find.
 */
export function severalAddresses(text: string): readonly string[] | undefined {
  const unique = [...new Set(listedIn(text) ?? text.match(wholeAddress)?.filter(isIpv4))];
  return unique.length > 1 ? unique : undefined;
}

function listedIn(text: string): readonly string[] | undefined {
  if (!/^[\d.,;\s/-]+$/.test(text)) return undefined;
  // As `ip addr` prints them, each has its prefix.
  const { addresses, problems } = parseAddressList(text.replace(/\/\d{1,2}(?=[\s,;]|$)/g, ''));
  return problems.length === 0 ? addresses : undefined;
}

/** What is sought by a text: of an address with its port, or in a link, the address. */
export function soughtBy(typed: string): string {
  const text = typed.trim();
  const [, scheme, address = '', port] = /^(\w+:\/\/)?([\d.]+)(:\d{1,5})?(?:\/.*)?$/.exec(text) ?? [];
  return (scheme ?? port) !== undefined && isIpv4(address) ? address : text;
}

/** What each address is, in their order; one that lies in several subnets has a row for each. */
export function addressTable(index: Pick<AddressIndex, 'find' | 'placeOf'>, addresses: readonly string[]): TableRow[] {
  return addresses.flatMap((address) => rowsOf(index, address));
}

const nothing = {
  ...{ server: '', device: '', name: '', interface: '' },
  ...{ subnet: '', range: '', vpc: '', profile: '', region: '' },
};

function rowsOf(index: Pick<AddressIndex, 'find' | 'placeOf'>, address: string): TableRow[] {
  const places = index.placeOf(address);
  const isHeld = places.some(({ kind }) => kind === 'held');
  const held = isHeld ? index.find(address).filter(isExactly).map(heldRow) : [];
  return [
    ...held,
    ...places.flatMap((place): TableRow[] => {
      if (place.kind === 'held') return [];
      if (place.kind === 'outside') return [{ ...nothing, address, state: 'outside' }];
      const { scope, subnetName, subnetNo, cidr, vpcName } = place;
      return [
        {
          ...nothing,
          address,
          state: place.kind === 'unseen' ? 'not seen in use' : 'reserved',
          subnet: subnetName ?? subnetNo,
          range: cidr ?? '',
          vpc: vpcName ?? '',
          profile: scope.profileName,
          region: scope.regionCode,
        },
      ];
    }),
  ];
}

function isExactly(hit: Hit): hit is AddressHit {
  return hit.kind === 'address' && hit.match === 'exact';
}

function heldRow(hit: AddressHit): TableRow {
  return {
    address: hit.address,
    state: hit.role,
    server: hit.serverName ?? '',
    device: hit.deviceName ?? '',
    name: hit.networkInterfaceName,
    interface: hit.networkInterfaceNo,
    subnet: hit.subnetName ?? hit.subnetNo,
    range: hit.cidr ?? '',
    vpc: hit.vpcName ?? '',
    profile: hit.scope.profileName,
    region: hit.scope.regionCode,
    hit,
  };
}
