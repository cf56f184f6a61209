/** What an address may be on the map, in the order of the legend. */
export const cellStates = ['primary', 'secondary', 'changing', 'reserved', 'declared', 'unseen'] as const;
/** One of the states above. */
export type CellState = (typeof cellStates)[number];

/** What the legend tells apart, in its order: the states, and of the secondary IPs those of the chosen interface. */
export const cellKinds = [...cellStates.slice(0, 2), 'chosen', ...cellStates.slice(2)] as const;
/** One of the kinds above. */
export type CellKind = (typeof cellKinds)[number];

/** Each kind has its letter, so that none is told by colour alone. T is for "this interface". */
export const cellLetters: Readonly<Record<CellKind, string>> = {
  primary: 'P',
  secondary: 'S',
  chosen: 'T',
  changing: 'C',
  reserved: 'R',
  declared: 'F',
  unseen: '',
};

/** A network interface on the map: which addresses of the subnet it holds, by offset from the first one. Texts are localised. */
export interface MapHolder {
  readonly networkInterfaceNo: string;
  readonly title: string;
  readonly server: string;
  readonly status: string;
  /** Being configured or removed, or a change of ours is under way. */
  readonly isChanging: boolean;
  /** Absent when the primary IP is not in the subnet's range. */
  readonly primary?: number | undefined;
  readonly secondaries: readonly number[];
}

/** All that an interface holds. */
export function heldBy({ primary, secondaries }: MapHolder): readonly number[] {
  return primary === undefined ? secondaries : [primary, ...secondaries];
}

/** An address that a file keeps for somebody. */
export interface DeclaredAddress {
  readonly offset: number;
  readonly what: string;
}

/** One subnet as its map shows it. */
export interface MapData {
  readonly cidr: string;
  /** The first address of the range, and how many there are. */
  readonly first: string;
  readonly size: number;
  /** Offsets that NAVER Cloud keeps for itself. */
  readonly reserved: readonly number[];
  readonly holders: readonly MapHolder[];
  /** Offsets that a file reserves, and for what. They show as long as nobody is seen to hold them. */
  readonly declared?: readonly DeclaredAddress[] | undefined;
}

/** What is another in a later {@link MapData} of the same subnet. */
export interface MapPatch {
  readonly changed: readonly MapHolder[];
  readonly gone: readonly string[];
}

/** The largest subnet of NAVER Cloud is a /16. */
export const mostAddresses = 65_536;
