import type { ScenarioName } from '../sandboxOptions';
import type { Interfaces, World } from '../state/world';
import type { CallAnswer } from '../wire/answer';
import type { Params } from '../wire/params';
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
  /** Waits for a call with such parameters. */
  readonly fits?: (params: Params) => boolean;
  /** The call is carried out this many milliseconds later, by the sandbox's clock, and the product's rules are asked then. */
  readonly late?: (fault: Fault) => number;
  /** Milliseconds of silence before the call is looked at. When the client leaves meanwhile, nothing is applied. */
  readonly stallFirst?: (fault: Fault) => number;
  /** Replaces the call altogether: nothing is applied. */
  readonly instead?: (fault: Fault, action: string) => Reply | 'reset';
  /** Something that happens to the world right after such an answer, while the client waits. */
  readonly meanwhile?: (fault: Fault, world: World) => void;
  /** Something that happens to the world just before the call is handled. */
  readonly before?: (fault: Fault, world: World) => void;
  /** Milliseconds the gateway's clock is ahead while it handles this call. */
  readonly clockAhead?: (fault: Fault) => number;
  /** The call is answered from another account's world, which begins with this scenario. */
  readonly account?: (fault: Fault) => ScenarioName;
  /** The interfaces this call sees instead of the present ones. */
  readonly sees?: (world: World, fault: Fault) => Interfaces | undefined;
  /**
   * Reads see the interfaces of one moment until the fault ends, together with whatever other fault meets them. Without `ms`
   * and `times` it lasts until the faults are cleared.
   */
  readonly freezes?: true;
  /** Alters the answer of a call that was handled. */
  readonly edit?: (answer: CallAnswer, fault: Fault, world: World) => CallAnswer;
  /** Milliseconds of silence after the call was handled. */
  readonly stallAfter?: (fault: Fault) => number;
  /** Takes the place of the answer of a call that was handled. */
  readonly replace?: (fault: Fault, action: string) => Reply;
  readonly delivery?: Delivery;
}
