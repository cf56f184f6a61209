import fc from 'fast-check';
import { defaultWidth, type Width } from '../../src/change/applyDeps';

/** What somebody does, by positions: which interface or address that is, is decided by the network of the moment. */
export interface Act {
  readonly kind: 'assign' | 'propose' | 'count' | 'listAndCount' | 'takeover' | 'move' | 'unassign' | 'undo';
  readonly target: number;
  readonly address: number;
  readonly n: number;
}

/** A fault at one of the command's calls; `foreign` also says what somebody else does then. */
export interface Mishap {
  readonly on: 'write' | 'read';
  readonly fault: string;
  readonly times: number;
  /** Further arguments of the fault. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly foreign?: {
    readonly kind: 'assign' | 'unassign' | 'remove';
    readonly target: number;
    readonly address: number;
    /** Goes for an address that the command takes from somebody. */
    readonly isAimed: boolean;
  };
}

export interface Command {
  readonly acts: readonly Act[];
  readonly mishaps: readonly Mishap[];
  readonly width: Width;
  /** Cancels at this many-th progress event. */
  readonly cancelAt?: number;
  /** The extension host dies at this many-th contact with the outside. */
  readonly killAt?: number;
  /** A second command at the same time, of this window or of another one. */
  readonly beside?: { readonly acts: readonly Act[]; readonly isOtherWindow: boolean };
}

/** Transport faults: the call was not carried out. */
const lostBefore = ['unavailable', 'gatewayTimeout', 'reset', 'stall', 'empty200', 'html', 'badGateway'];
/** The call was carried out and its answer was lost. */
const lostAfter = ['resetAfterApply', 'stallAfterApply', 'empty200AfterApply', 'unavailableAfterApply', 'cutOff'];
/** Not a clear no: carried out or not. */
const unclear = ['unknownError', 'tryAgain', 'requestTimeout'].flatMap((fault) => [fault, `${fault}AfterApply`]);
/** Carried out, and answered without what it did. */
const speechless = ['noListAnswer', 'emptyListAnswer', 'oldListAnswer'];
/** Nothing of these reads can be believed. */
const unreadable = ['listAbsent', 'listEmpty', 'rowMalformed'];
/** Odd, but an answer. */
const harmless = ['xmlAnswer', 'numberCodes', 'missingFields'];
const refusals = ['throttle', 'throttleWithRetryAfter', 'htmlMessage', 'permission', 'skew'];

const position = fc.nat({ max: 40 });

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...(['assign', 'propose', 'count', 'count', 'listAndCount', 'takeover', 'move', 'unassign', 'undo'] as const),
  ),
  target: position,
  address: position,
  n: fc.integer({ min: 1, max: 3 }),
});

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      on: fc.constant('write' as const),
      fault: fc.constantFrom(
        ...[
          ...lostBefore,
          ...lostAfter,
          ...lostAfter,
          ...harmless,
          ...refusals,
          ...unclear,
          ...speechless,
          ...speechless,
        ],
        'stuckSet',
      ),
      times: fc.constant(1),
    }),
  },
  {
    // The longest that a back end is taken to work on is 90 s.
    weight: 3,
    arbitrary: fc.record({
      on: fc.constant('write' as const),
      fault: fc.constant('late'),
      times: fc.constant(1),
      extra: fc.record({
        ms: fc.constantFrom(1_000, 10_000, 40_000, 85_000),
        answer: fc.constantFrom('reset', '504', '503'),
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      on: fc.constant('read' as const),
      fault: fc.constantFrom(
        ...[...lostBefore, ...lostAfter, ...harmless, ...unclear, ...unreadable],
        ...['throttle', 'totalRowsDrift', 'skew', 'otherAccount', 'otherAccount', 'ownerChanged', 'ownerChanged'],
      ),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      on: fc.constant('read' as const),
      fault: fc.constant('laggingList'),
      times: fc.constantFrom(4, 1_000_000),
      extra: fc.constant({ since: 'order' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      on: fc.constant('read' as const),
      fault: fc.constant('staleList'),
      times: fc.constant(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      on: fc.constantFrom('read' as const, 'write' as const),
      fault: fc.constantFrom('foreignChange', 'slowDown'),
      times: fc.constant(1),
      foreign: fc.record({
        kind: fc.constantFrom('assign' as const, 'assign' as const, 'unassign' as const, 'remove' as const),
        target: position,
        address: position,
        isAimed: fc.constantFrom(true, true, false),
      }),
    }),
  },
);

const command: fc.Arbitrary<Command> = fc
  .record({
    acts: fc.array(act, { minLength: 1, maxLength: 3 }),
    mishaps: fc.array(mishap, { maxLength: 4 }),
    width: fc.constantFrom({ doubtful: 1, all: 1 }, { doubtful: 1, all: 64 }, defaultWidth, { doubtful: 16, all: 16 }),
    company: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.record({
          beside: fc.record({ acts: fc.array(act, { minLength: 1, maxLength: 2 }), isOtherWindow: fc.boolean() }),
        }),
      },
    ),
    ending: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.record({ cancelAt: fc.integer({ min: 1, max: 8 }) }) },
      { weight: 2, arbitrary: fc.record({ killAt: fc.integer({ min: 1, max: 24 }) }) },
    ),
  })
  .map(({ ending, company, ...rest }) => ({ ...rest, ...company, ...ending }));

/** One run: how long the sandbox takes to settle, and what is done to it. */
export const script = fc.record({
  delay: fc.constantFrom(0, 3_000, 8_000),
  commands: fc.array(command, { minLength: 1, maxLength: 3 }),
});

export type Script = typeof script extends fc.Arbitrary<infer T> ? T : never;
