import type * as v from 'valibot';
import type { Logger } from '../api/logger';
import type { Clock } from '../change/applyDeps';
import type { AccessControlGroup } from '../model/accessControlGroup';
import type { JournalEntry } from '../change/journalEntry';
import type { Outcome } from '../change/outcome';
import type { Intent } from '../plan/intent';
import type { Reading } from '../session/networkState';
import type { Scope } from '../session/scope';
import type { PlanStore, Proposal } from './planStore';
import type { RefusedBecause } from './toolRefused';

/** What tools need of whoever offers them: a window of the editor, or a server of the command line tool. */
export interface ToolDeps {
  readonly clock: Pick<Clock, 'now'>;
  /** Every use is one line of it. */
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly plans: PlanStore;
  /** The profile and region that the person looks at now: tools see no other. Undefined while there is none. */
  place(): Scope | undefined;
  /** `known`: what was read last, whatever its age, or a first reading. `now`: a reading made for this. Throws what reading throws. */
  read(scope: Scope, how: 'known' | 'now'): Promise<Reading>;
  /** Addresses of a subnet that are kept for somebody, with for whom. */
  reservedIn(scope: Scope, subnetNo: string): ReadonlyMap<string, string>;
  /** The ACGs of a region, where they were read. */
  groupsOf(scope: Scope): readonly AccessControlGroup[];
  /** Newest first. */
  history(): Promise<readonly JournalEntry[]>;
  /** Waits until a person can be asked, and tells them that they will be; no longer than the plan lives. */
  ready(proposal: Proposal, signal: AbortSignal): Promise<void>;
  /** Gets a person's answer and applies the plan. It is spent, and it is the plan of the wish on the reading, when this is called. */
  apply(proposal: Proposal, wish: Wish, signal: AbortSignal): Promise<Applied>;
}

/** What a plan was made from anew, right before somebody is asked. */
export interface Wish {
  readonly intent: Intent;
  readonly reading: Reading;
}

/** What came of asking for a change. */
export type Applied =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  /** A person said no, or closed the question. */
  | { readonly kind: 'declined' }
  /** What changed while a person was asked. */
  | { readonly kind: 'refused'; readonly why: RefusedBecause };

/** What one call of a tool has. */
export interface ToolCall {
  readonly deps: ToolDeps;
  readonly scope: Scope;
  readonly signal: AbortSignal;
}

/** An object of named inputs, and no others. */
export type InputSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** A tool of the table. */
export interface Tool {
  readonly input: InputSchema;
  /** What the profile must allow. */
  readonly needs: 'look' | 'propose';
  /** Its answer as data; throws ToolRefused. */
  readonly run: (input: unknown, call: ToolCall) => Promise<object>;
}

/** A row of the table: what it is given has passed its schema. */
export function defineTool<S extends InputSchema>(
  tool: Omit<Tool, 'run' | 'input'> & {
    readonly input: S;
    readonly run: (input: v.InferOutput<S>, call: ToolCall) => Promise<object>;
  },
): Tool {
  return tool as unknown as Tool;
}
