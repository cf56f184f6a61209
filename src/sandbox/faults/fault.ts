import type { World } from '../state/world';
import type { Answer } from '../wire/answer';
import type { Reply } from '../wire/reply';

/** A fault as it was ordered: for which action (or `*`), which, how often, and its own arguments. */
export interface Fault {
  readonly action: string;
  readonly fault: string;
  readonly times?: number;
  readonly [argument: string]: unknown;
}

/** How the bytes leave: whole, half of them and then the end of the connection, or a reset instead of any. */
export type Delivery = 'whole' | 'half' | 'reset';

/** What a fault does to a call. Each part is optional; they act in the order they stand here. */
export interface FaultEffect {
  /** Waits for a call of this kind; others pass it by. */
  readonly only?: 'reads' | 'writes';
  /** Milliseconds of silence before the call is looked at. When the client leaves meanwhile, nothing is applied. */
  readonly stallFirst?: (fault: Fault) => number;
  /** Replaces the call altogether: nothing is applied. */
  readonly instead?: (fault: Fault) => Reply | 'reset';
  /** Something that happens to the world just before the call is handled. */
  readonly before?: (fault: Fault, world: World) => void;
  /** Milliseconds the gateway's clock is ahead while it handles this call. */
  readonly clockAhead?: (fault: Fault) => number;
  /** The call sees the network as before the last change. */
  readonly isStale?: boolean;
  /** Alters the answer of a call that was handled. */
  readonly edit?: (answer: Answer, fault: Fault, world: World) => Answer;
  /** Milliseconds of silence after the call was handled. */
  readonly stallAfter?: (fault: Fault) => number;
  /** Takes the place of the answer of a call that was handled. */
  readonly replace?: (fault: Fault) => Reply;
  readonly delivery?: Delivery;
}
