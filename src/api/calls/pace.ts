import {
  freshAllowance,
  knownAllowance,
  nextStart,
  onRefusal,
  onSuccess,
  rateBorne,
  withCeiling,
  type Allowance,
  type Start,
} from './allowance';
import type { PaceMemory } from './paceMemory';

/** What a call is told when its turn has come, and tells of its answer: how fast the next ones go depends on it. */
export interface Turn {
  succeeded(): void;
  /** The service said "too fast": nothing starts for `pauseMs`, and less in a second from now on. */
  refused(pauseMs: number): void;
}

/** What a call asks for its turn. */
export interface TurnRequest {
  /** Writes go first, though no more than a quarter of all calls; then reads that somebody waits for; then whole lists. */
  readonly rank: 'write' | 'part' | 'list';
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Ends the call after its start, when that is another one. */
  readonly running?: AbortSignal;
  /** Asked when its turn comes: a call that does not leave any more costs none. */
  readonly mayLeave?: () => boolean;
}

/** Spreads the calls of one account to one host over time. */
export interface Pace {
  /** Runs `task` when its turn has come; rejects with the signal's reason as soon as it aborts, waiting or not. */
  run<T>(task: (turn: Turn) => Promise<T>, request: TurnRequest): Promise<T>;
  /** From now on no more calls than this start in any second: 1 … 50; Infinity, which no setting can hold, turns pacing off. */
  limit(ceiling: number): void;
}

interface Waiter {
  readonly start: (turn: Turn) => void;
  readonly mayLeave: () => boolean;
  hadToWait: boolean;
}

type Departed = { -readonly [K in keyof Start]: Start[K] } & { readonly isWrite: boolean };

/** So long (ms) a start is remembered: it counts for a second, and its answer may come late. */
const rememberedMs = 3_000;

/**
 * Starts calls as fast as the service lets them, and goes by the clock of the process: that of the machine may be set back
 * while calls wait, to correct a refused signature.
 */
export function createPace(ceiling: number, memory?: PaceMemory): Pace {
  const waiting = { write: new Set<Waiter>(), part: new Set<Waiter>(), list: new Set<Waiter>() };
  let allowance = freshAllowance(ceiling);
  /** Oldest first. */
  const departed: Departed[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isReady = memory === undefined;

  function learn(next: Allowance): void {
    const isNews = next.cutAt !== allowance.cutAt || next.limit < allowance.limit;
    allowance = next;
    memory?.note(rateBorne(next), isNews);
    startDue();
  }

  /** Calls wait for the first look; later ones do not hold them up. */
  async function recall(from: PaceMemory): Promise<void> {
    const known = await from.recall();
    if (known) allowance = knownAllowance(allowance, known.rate, performance.now() - known.ageMs);
    isReady = true;
    startDue();
  }

  /** Whose turn is next, and when. A write that has used up its quarter lets reads go before it. */
  function findNext():
    { readonly waiter: Waiter; readonly rank: TurnRequest['rank']; readonly at: number } | undefined {
    const [write, read] = ['write' as const, waiting.part.size > 0 ? ('part' as const) : ('list' as const)].map(
      (rank) => {
        const [waiter] = waiting[rank];
        if (!waiter) return undefined;
        const writes = rank === 'write' ? departed.filter(({ isWrite }) => isWrite) : undefined;
        return { waiter, rank, at: nextStart(allowance, departed, writes) };
      },
    );
    if (!write || !read) return write ?? read;
    return write.at <= Math.max(read.at, performance.now()) ? write : read;
  }

  function startDue(): void {
    clearTimeout(timer);
    for (let next = findNext(); next && isReady; next = findNext()) {
      const { waiter, rank, at } = next;
      const now = performance.now();
      const isLeaving = waiter.mayLeave();
      if (isLeaving && at > now) {
        timer = setTimeout(startDue, Math.ceil(at - now));
        return;
      }
      waiting[rank].delete(waiter);
      const start: Departed = { at: now, hadToWait: waiter.hadToWait, isRefused: false, isWrite: rank === 'write' };
      if (isLeaving) {
        while (departed[0] && departed[0].at <= now - rememberedMs) departed.shift();
        departed.push(start);
      }
      waiter.start({
        succeeded: () => learn(onSuccess(allowance, start, performance.now())),
        refused(pauseMs) {
          start.isRefused = true;
          learn(onRefusal(allowance, departed, start, performance.now(), pauseMs));
        },
      });
    }
  }

  return {
    run<T>(task: (turn: Turn) => Promise<T>, { rank, signal, running = signal, mayLeave = always }: TurnRequest) {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      let deciding = signal;
      const waiter: Waiter = {
        start(turn) {
          deciding = running;
          void task(turn).then(resolve, reject);
        },
        mayLeave,
        hadToWait: false,
      };
      const leave = (): void => {
        if (!deciding.aborted) return;
        waiting[rank].delete(waiter);
        reject(deciding.reason as Error);
      };
      const signals = new Set([signal, running]);
      for (const one of signals) one.addEventListener('abort', leave);
      if (signal.aborted) leave();
      else waiting[rank].add(waiter);
      if (memory?.isDue()) void recall(memory);
      startDue();
      waiter.hadToWait = true;
      return promise.finally(() => {
        for (const one of signals) one.removeEventListener('abort', leave);
      });
    },
    limit(next) {
      allowance = withCeiling(allowance, next);
    },
  };
}

const always = (): boolean => true;
