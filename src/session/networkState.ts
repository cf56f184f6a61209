import type { LoadedNetwork } from './loadNetwork';

/** What was read, and when (epoch ms). */
export interface Reading extends LoadedNetwork {
  readonly readAt: number;
  /** Since when (epoch ms) an interface has been seen SET or UNSET without a break, by number. */
  readonly settlingSince: ReadonlyMap<string, number>;
}

/** Replaced whole at each change, so that staleness shows by identity. A failed load keeps the last good reading. */
export type NetworkState =
  | { readonly kind: 'unread'; readonly last?: undefined }
  | { readonly kind: 'loading'; readonly last: Reading | undefined }
  | { readonly kind: 'loaded'; readonly last: Reading }
  | { readonly kind: 'failed'; readonly error: unknown; readonly last: Reading | undefined };
