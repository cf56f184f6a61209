/** Which property of the network a text was found in, in the order results are shown. */
export const fields = [
  'address',
  'number',
  'name',
  'server',
  'mac',
  'subnet',
  'cidr',
  'publicIp',
  'acg',
  'description',
] as const;
/** The property in which something was found; earlier ones win. */
export type Field = (typeof fields)[number];

/** How a text fits a property, best first. */
export const matches = ['exact', 'prefix', 'substring'] as const;
/** How well it fits; earlier ones win. */
export type Match = (typeof matches)[number];

/** The profile and region something was found in: two profiles may see the same account. */
export interface SearchScope {
  readonly profileId: string;
  readonly profileName: string;
  readonly regionCode: string;
}

interface Found {
  readonly scope: SearchScope;
  /** `words`: several words, each somewhere in what is known of it. */
  readonly field: Field | 'words';
  readonly match: Match;
  readonly subnetNo: string;
  /** Absent when the subnet itself could not be read. */
  readonly subnetName?: string;
  readonly cidr?: string;
  /** Two VPCs may use the same range and the same names. */
  readonly vpcName?: string;
}

interface FoundInterface extends Found {
  readonly networkInterfaceNo: string;
  readonly networkInterfaceName: string;
  readonly deviceName?: string;
  readonly serverName?: string;
  /** Another interface has the same name. */
  readonly hasNamesake?: true;
}

/** One thing a search found; each address, interface and subnet of a scope is found once. */
export type Hit =
  | (FoundInterface & { readonly kind: 'address'; readonly address: string; readonly role: 'primary' | 'secondary' })
  | (FoundInterface & {
      readonly kind: 'interface';
      readonly ip: string;
      readonly macAddress?: string;
      /** The text that was found, where a row does not show it anyway. */
      readonly text?: string;
    })
  | (Found & { readonly kind: 'subnet' });
