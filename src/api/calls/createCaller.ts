import type { Action, ActionAnswer, Call } from '../actions/action';
import { ApiError, isApiError } from '../apiError';
import { attemptOnce } from './attemptOnce';
import { createHttp } from './http';
import { limits } from '../limits';
import type { ApiConfig, WriteOptions } from '../ncloudApi';
import type { Turn } from './pace';
import { findPace } from './findPace';
import { retry } from './retry';

/** The calls of one client, and their end. */
export interface Caller {
  readonly call: Call;
  /** Cancels calls under way and closes idle connections. */
  readonly dispose: () => void;
}

/**
 * What all calls of a client share: connections, pace, log, and the loop of tries. A write is tried once: it was looked
 * before it was sent, and after any wait its maker has to look again.
 */
export function createCaller(config: ApiConfig): Caller {
  const http = createHttp(config.timeoutMs ?? limits.requestTimeoutMs, {
    usesEnvironment: config.usesEnvironmentProxy ?? false,
  });
  const paceOf = findPace(config);
  const closing = new AbortController();
  // Clients of several profiles share one log: counting from the clock keeps their ids apart.
  let calls = Math.trunc(config.now());

  async function call<T>(action: Action<T>, options: WriteOptions = {}): Promise<ActionAnswer<T>> {
    const id = (calls++ % 0x10000).toString(16).padStart(4, '0');
    const signal = AbortSignal.any(options.signal ? [closing.signal, options.signal] : [closing.signal]);
    // Once it has left, a write is waited for: only the end of the client takes its answer away.
    const sending = action.isWrite ? closing.signal : signal;
    const cancelled = (effect: 'none' | 'unknown') =>
      new ApiError({ kind: 'cancelled', layer: 'client', action: action.name, effect });
    const isCancelled = () => signal.aborted;
    if (isCancelled()) throw cancelled('none');
    checkRegion(action);
    // True between sending and knowing: a write cancelled then may or may not have been carried out.
    const progress = { isUnderWay: false };
    const rank = action.isWrite ? 'write' : action.isPart ? 'part' : 'list';
    const mayLeave = (): boolean => !isCancelled() && (options.mayLeave?.() ?? true);
    const attempt = async (number: number, turn: Turn) => {
      const result = await attemptOnce({
        action,
        config,
        http,
        signal: sending,
        label: number === 1 ? id : `${id}#${number}`,
        callBack: action.isWrite ? signal : undefined,
        mayLeave,
        onSend: () => (progress.isUnderWay = true),
      });
      progress.isUnderWay = !result.ok && result.error.details.effect === 'unknown';
      if (result.ok) turn.succeeded();
      else if (result.error.details.http === 429) turn.refused(pauseAfter(result.error));
      return result;
    };
    try {
      const pace = await paceOf();
      const result = action.isWrite
        ? await pace.run((turn) => attempt(1, turn), { rank, signal, running: sending, mayLeave })
        : await retry((number) => pace.run((turn) => attempt(number, turn), { rank, signal }), {
            firstMs: config.retryFirstMs ?? limits.retry.firstMs,
            signal,
            onRetry: (waitMs, error) => config.log.info(`↻ ${id} ${error.kind}, again in ${waitMs} ms`),
          });
      if (result.ok) return result.answer;
      // Cancelled between two tries: the last error is not why the call ended.
      if (result.rule !== 'never' && isCancelled()) throw cancelled(result.error.details.effect);
      throw result.error;
    } catch (error) {
      if (isApiError(error)) throw error;
      if (isCancelled()) throw cancelled(action.isWrite && progress.isUnderWay ? 'unknown' : 'none');
      throw error;
    }
  }

  return {
    call,
    dispose() {
      closing.abort();
      http.dispose();
    },
  };
}

function pauseAfter(error: ApiError): number {
  return Math.min(error.details.retryAfterMs ?? 0, limits.retry.retryAfterMostMs);
}

/** The document makes regionCode optional, but then the service silently takes its first region. */
function checkRegion({ name, parameters }: Action<unknown>): void {
  if (!('regionCode' in parameters) || parameters.regionCode !== '') return;
  const apiMessage = 'regionCode must be given';
  throw new ApiError({ kind: 'invalidRequest', layer: 'client', action: name, effect: 'none', apiMessage });
}
