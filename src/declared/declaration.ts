import type { Problem } from '../plan/plan';
import type { Span, Word } from '../text/span';
import type { ShapeIssue } from './declarationSchema';

/** What a file says of one network interface. */
export interface DeclaredInterface {
  /** As written: a name of the tree, or a number. */
  readonly name: Word;
  readonly secondaryIps: readonly Word[];
  /** The list itself; absent where there is none yet. */
  readonly list?: Span;
  /** The first key of an object. */
  readonly firstKey?: Word;
  /** What it holds besides is released. */
  readonly authoritative: boolean;
}

/** An address that any one of several interfaces may hold. */
export interface FloatingAddress {
  readonly address: Word;
  readonly holders: readonly Word[];
  readonly owner?: string;
  /** All that is said of it. */
  readonly item: Span;
}

/** Addresses that are kept for somebody, as numbers, both ends included. */
export interface Reservation extends Span {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly for?: string;
  /** The last day, `2027-01-31`. */
  readonly until?: string;
}

/** What one document of a file wants of one region. */
export interface Declaration extends Span {
  /** Name of a profile; the active one is meant without it. */
  readonly profile?: Word;
  readonly region?: Word;
  readonly interfaces: readonly DeclaredInterface[];
  readonly floating: readonly FloatingAddress[];
  /** Those that count on the day the file was read. */
  readonly reserved: readonly Reservation[];
  readonly released: readonly Word[];
  /** So many addresses may one apply release or take over. */
  readonly maxRemovals: number;
  /** Where several files are taken together, each of them: what it releases is released in its own subnets. */
  readonly files?: readonly Declaration[];
}

/** What is wrong with a piece of a file. Words are made in src/words/declaredText.ts. */
export type DeclaredProblem = Span &
  (
    | { readonly kind: 'notYaml'; readonly message: string }
    | { readonly kind: 'tooLong'; readonly limit: number }
    | { readonly kind: 'tooDeep' }
    | { readonly kind: 'alias' }
    /** `nearest`: the key that was meant, where one is like it. */
    | { readonly kind: 'shape'; readonly is: ShapeIssue['is']; readonly key: string; readonly nearest?: string }
    | { readonly kind: 'addressOrRange' }
    /** An address, or what stands before a colon. */
    | { readonly kind: 'twice'; readonly address: string }
    | { readonly kind: 'reservedHere'; readonly address: string; readonly for?: string }
    | { readonly kind: 'releasedHere'; readonly address: string }
    | { readonly kind: 'expired'; readonly text: string; readonly until: string; readonly remove: Span }
    /** Of none of the profiles on this machine. */
    | { readonly kind: 'unknownProfile'; readonly name: string }
    | { readonly kind: 'sameInterface'; readonly networkInterfaceNo: string; readonly other: string }
    | { readonly kind: 'releasedNowhere'; readonly address: string }
    | { readonly kind: 'releasedPrimary'; readonly address: string; readonly holder: string }
    /** `others`: those of the count that the same apply takes away elsewhere, or did before. */
    | { readonly kind: 'tooManyRemovals'; readonly count: number; readonly limit: number; readonly others?: number }
    /** A rule of the planner. */
    | { readonly kind: 'plan'; readonly problem: Problem }
  );

/** Problems that nothing waits for. */
export function isBlocking({ kind }: DeclaredProblem): boolean {
  return kind !== 'expired' && kind !== 'releasedNowhere';
}

/** Today as a file writes a day, where the reader is. Epoch ms. */
export function dayOf(now: number): string {
  const day = new Date(now);
  return new Date(now - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
