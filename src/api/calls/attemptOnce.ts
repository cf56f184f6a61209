import type { Action, ActionAnswer } from '../actions/action';
import { ApiError, type ApiErrorDetails } from '../apiError';
import { dropAbsent } from '../../model/dropAbsent';
import type { Http, HttpRequest } from './http';
import type { HttpFailure } from './httpFailure';
import type { ApiConfig } from '../ncloudApi';
import { prepareRequest } from './prepareRequest';
import { readAnswer } from '../answers/readAnswer';
import type { AnswerFailure } from '../answers/readFailure';
import type { Redact } from '../redact';
import type { Try } from './retry';
import { retryRule } from './retryRule';

/** One try of a call. */
export interface Attempt<T> {
  readonly action: Action<T>;
  readonly config: ApiConfig;
  readonly http: Http;
  readonly signal: AbortSignal;
  /** Names this try in the log. */
  readonly label: string;
  /** Asked right before a write leaves, also when its connection took a while; false = it stays here. */
  readonly mayLeave: () => boolean;
  /** Calls a write back as long as nothing of it has left. */
  readonly callBack?: AbortSignal | undefined;
  /** Told right before the request leaves. */
  readonly onSend: () => void;
}

/** Signs with fresh credentials and the clock of this moment, sends, reads. Logs one line each way; nothing secret is in them. */
export async function attemptOnce<T>(attempt: Attempt<T>): Promise<Try<ActionAnswer<T>>> {
  const { action, config, signal, label, mayLeave, callBack, onSend } = attempt;
  const prepared = await prepareRequest(action, config, signal);
  if (prepared instanceof ApiError) return { ok: false, error: prepared, rule: 'never' };
  if (!mayLeave()) {
    const details = { kind: 'cancelled', layer: 'client', action: action.name, effect: 'none' } as const;
    return { ok: false, error: new ApiError(details), rule: 'never' };
  }
  const { request, parameters, redact } = prepared;
  const subject = action.subject.replace(/\s+/g, ' ');
  config.log.info(redact(`→ ${label} ${request.method} ${action.name} ${subject}`).trimEnd());
  config.log.trace(redact(`  ${label} ${parameters}`));
  onSend();
  try {
    return await exchange(attempt, { ...request, mayLeave, callBack }, redact);
  } catch (error) {
    // Whatever goes wrong from here on, the call may have been carried out.
    config.log.warn(`${label} the answer could not be read: ${error instanceof Error ? error.name : 'no error'}`);
    const apiMessage = 'the answer could not be read';
    return failAnswer(action, { kind: 'unreadable', layer: 'client', apiMessage, isRefusal: false });
  }
}

async function exchange<T>(
  { action, config, http, label }: Attempt<T>,
  request: HttpRequest,
  redact: Redact,
): Promise<Try<ActionAnswer<T>>> {
  const startedAt = performance.now();
  const result = await http.send(request);
  const took = `${Math.round(performance.now() - startedAt)} ms`;
  if (result.kind === 'failure') {
    const failed = failTransport(action, result);
    config.log.info(`← ${label} ${failed.error.kind} ${took} ${result.detail}`);
    return failed;
  }
  const read = await readAnswer(action, result, config.now(), redact);
  if (read.ok) {
    config.log.info(`← ${label} ${result.status} ${took}`);
    return read;
  }
  const failed = failAnswer(action, read.failure);
  const { kind, code, requestId } = failed.error.details;
  const words = [kind, code && `code ${code}`, requestId && `request ${requestId}`].filter(Boolean).join(' ');
  config.log.info(`← ${label} ${result.status} ${took} ${words}`);
  return failed;
}

type Failed = Extract<Try<never>, { ok: false }>;

function failTransport({ name, isWrite }: Action<unknown>, failure: HttpFailure): Failed {
  const details: ApiErrorDetails = dropAbsent({
    kind: failure.reason,
    layer: failure.reason === 'cancelled' ? ('client' as const) : ('transport' as const),
    action: name,
    effect: isWrite && failure.leftMachine ? ('unknown' as const) : ('none' as const),
    http: failure.http,
    obstacle: failure.obstacle,
    apiMessage: failure.reason === 'cancelled' ? undefined : failure.detail,
  });
  return failed(details, isWrite, failure);
}

function failAnswer({ name, isWrite }: Action<unknown>, { isRefusal, ...failure }: AnswerFailure): Failed {
  const effect = isWrite && !isRefusal ? 'unknown' : 'none';
  const details: ApiErrorDetails = { ...failure, action: name, effect };
  return failed(details, isWrite);
}

/** The rule is followed here for reads; for a write it says whether the caller may make the same call again. */
function failed(details: ApiErrorDetails, isWrite: boolean, transport?: HttpFailure): Failed {
  const rule = retryRule(details, isWrite, transport);
  const canRepeat = isWrite && rule !== 'never';
  return { ok: false, error: new ApiError({ ...details, ...(canRepeat && { canRepeat }) }), rule };
}
