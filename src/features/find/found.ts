import type { NetworkInterface } from '../../model/networkInterface';
import type { Hit, SearchScope } from '../../search/hit';
import type { TableRow } from '../../search/addressTable';
import type { AddressPlace } from '../../search/placesOf';
import type { Follow } from '../../session/networkStore';
import type { Scope } from '../../session/scope';

/** Something found: in what was read, where an address stands, or is wanted, or an interface that NAVER Cloud named when asked. */
export type Found =
  | { readonly kind: 'hit'; readonly hit: Hit }
  | { readonly kind: 'place'; readonly place: AddressPlace }
  /** A table of what several addresses are. */
  | { readonly kind: 'table'; readonly format: 'markdown' | 'csv'; readonly rows: readonly TableRow[] }
  /** An address, held or not, to be shown in its subnet's map. */
  | { readonly kind: 'map'; readonly scope: SearchScope; readonly subnetNo: string; readonly address: string }
  /** An address that is not seen in use, to be assigned in its subnet. */
  | { readonly kind: 'assign'; readonly place: Extract<AddressPlace, { kind: 'unseen' }>; readonly address: string }
  | {
      readonly kind: 'asked';
      readonly scope: Scope;
      readonly networkInterface: NetworkInterface;
      /** When it was asked for (epoch ms), and what takes its answer over. */
      readonly askedAt: number;
      readonly follow: Follow;
    };
