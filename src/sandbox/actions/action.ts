import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';
import type { Params } from '../wire/params';

/** One call that has passed the gateway and names a region that exists. */
export interface Call {
  readonly params: Params;
  readonly world: World;
  readonly region: RegionState;
  readonly acceptBusy: boolean;
}

/** The one list every documented answer carries. */
export interface Listing {
  readonly name: string;
  readonly rows: readonly object[];
  /** All matches, also when `rows` is one page of them. Default: the number of rows. */
  readonly totalRows?: number;
}

/** A documented action. `run` throws ProductError to refuse; whatever it wrote until then is taken back. */
export interface Action {
  /** True for what a viewer may not do. */
  readonly writes: boolean;
  /** True where `regionCode` is no parameter, and as such is ignored. */
  readonly isGlobal?: true;
  /** Parameters whose absence is refused with code 900, lists by their bare name. */
  readonly required: readonly string[];
  run(call: Call): Listing;
}
