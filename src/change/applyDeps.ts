import type { Logger } from '../api/logger';
import type { NcloudApi } from '../api/ncloudApi';
import type { NetworkInterface } from '../model/networkInterface';
import type { Intent } from '../plan/intent';
import type { Plan, Step } from '../plan/plan';
import type { InterfaceHolds } from './interfaceHolds';
import type { ChangeJournal } from './journalEntry';
import type { Origin } from './journalEntry';
import type { EndReason, StepOutcome } from './outcome';

/** Time as the executor sees it, in epoch ms; tests bring their own. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Resolves after `ms`, or as soon as `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** First look at a changing interface, then every, at most; all in ms. */
export interface Settle {
  readonly firstMs: number;
  readonly everyMs: number;
  readonly atMostMs: number;
  /** How long the service may still be working on a call whose answer was lost: before that, nothing is "not applied". */
  readonly workingMs: number;
  /** After a lost count, addresses that appear later than this may be somebody else's. */
  readonly ownMs: number;
}

/** What is needed to find out how interfaces are, and to follow them until they rest. */
export interface ReadDeps {
  readonly api: Pick<NcloudApi, 'getNetworkInterfaceList'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settle: Settle;
  /** Told of every read, so that the tree follows without a reload. */
  readonly onInterfaces?: (fresh: readonly NetworkInterface[]) => void;
  /** Told after every look at the result of a step whether it could be read. */
  readonly onLook?: (isRead: boolean) => void;
}

/**
 * How far a step got. `waiting` = it was turned away for now · `reconciling` = its answer was lost and is being found by reading ·
 * `unread` = its interfaces cannot be read, which is tried again.
 */
export type StepPhase = 'checking' | 'sending' | 'waiting' | 'settling' | 'reconciling' | 'unread' | 'done';

/** How far a change got. */
export interface ProgressEvent {
  readonly plan: Plan;
  readonly step: Step;
  readonly phase: StepPhase;
  /** With `done`. */
  readonly outcome?: StepOutcome;
}

/** Where the change is written down, and whose it is. */
export interface Recording {
  readonly store: ChangeJournal;
  /** Id of the new entry; never used again, usable as a file name. */
  readonly id: string;
  readonly profile: { readonly id: string; readonly name: string };
  readonly intent: Intent;
  readonly origin?: Origin | undefined;
}

/** Steps of one change, on different interfaces, that are under way at once. */
export interface Width {
  /** That were not answered yet, or not with the addresses that were asked for: so many may be in doubt at once. */
  readonly doubtful: number;
  /** In all, with those that were answered as asked and wait for their interface to rest, which is most of the time. */
  readonly all: number;
}

/** At a quarter of 50 calls a second twelve steps are sent in a second, and an interface rests after five. */
export const defaultWidth: Width = { doubtful: 8, all: 100 };

/** Everything the executor needs of the outside world. */
export interface ApplyDeps extends ReadDeps {
  readonly api: Pick<NcloudApi, 'assignSecondaryIps' | 'unassignSecondaryIps' | 'getNetworkInterfaceList'>;
  readonly journal?: Recording;
  /** Keeps other changes of this machine off the touched interfaces until this one is over. */
  readonly holds?: InterfaceHolds;
  /** Told when the change has to wait for another one on the same interface. */
  readonly onHeld?: () => void;
  /** The profile may not write: refused here as well, not only hidden. */
  readonly readOnly?: boolean;
  /** Asked before every step, whether the change may still go on as it was begun. */
  readonly endReason?: () => Promise<EndReason | undefined>;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** How much is under way at once; the default is what {@link defaultWidth} says. */
  readonly width?: Width;
}
