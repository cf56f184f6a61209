import type { LoadedNetwork } from './loadNetwork';

/** What was read, and when (epoch ms). */
export interface Reading extends LoadedNetwork {
  /** When the reading began: nothing in it is older, unless a gap says so. */
  readonly readAt: number;
  /** When it was whole. Whether it is worth reading again is told by this: a slow reading would be old as soon as it is there. */
  readonly endedAt: number;
  /** Since when (epoch ms) an interface has been seen SET or UNSET without a break, by number. */
  readonly settlingSince: ReadonlyMap<string, number>;
}

/** Replaced whole at each change, so that staleness shows by identity. A failed load keeps the last good reading. */
export type NetworkState =
  | { readonly kind: 'unread'; readonly last?: undefined }
  | { readonly kind: 'loading'; readonly last: Reading | undefined }
  | { readonly kind: 'loaded'; readonly last: Reading }
  | { readonly kind: 'failed'; readonly error: unknown; readonly last: Reading | undefined };
