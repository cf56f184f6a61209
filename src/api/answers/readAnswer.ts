import * as v from 'valibot';
import type { Action, ActionAnswer } from '../actions/action';
import { dropAbsent } from '../../model/dropAbsent';
import type { HttpAnswer } from '../calls/http';
import { limits } from '../limits';
import { betweenSlices } from './betweenSlices';
import { isRecord, readBody, type Body } from './readBody';
import { readComplaint } from './readComplaint';
import { readFailure, readSnippet, type AnswerFailure } from './readFailure';
import { redactStart, type Redact } from '../redact';

/** A body that was understood, or why not. */
export type ReadAnswer<T> =
  { readonly ok: true; readonly answer: ActionAnswer<T> } | { readonly ok: false; readonly failure: AnswerFailure };

/** Turns an answer into the action's typed result, or says why it is none. `now` in epoch ms, own clock. */
export async function readAnswer<T>(
  action: Action<T>,
  answer: HttpAnswer,
  now: number,
  redact: Redact,
): Promise<ReadAnswer<T>> {
  if (answer.body.length > limits.quickAnswer) await betweenSlices();
  const body = await readBody(answer.body);
  const content = answer.status >= 200 && answer.status < 300 ? findContent(action, body) : undefined;
  const { header, status } = answer;
  if (!content) {
    const failure = readFailure({ status, header, body }, now, redact);
    const excess = 'excess' in body ? body.excess : undefined;
    return { ok: false, failure: excess === undefined ? failure : { ...failure, apiMessage: excess } };
  }
  const parsed = v.safeParse(action.answer, content, { abortEarly: true });
  if (!parsed.success) {
    const failure = readFailure({ status, header, body }, now, redact);
    const snippet = failure.snippet ?? readSnippet(body, redact);
    const apiMessage = redact(describeIssue(parsed.issues[0]));
    return {
      ok: false,
      failure: { ...dropAbsent({ ...failure, snippet }), kind: 'unreadable', apiMessage, isRefusal: false },
    };
  }
  const requestId = content.requestId ?? header('x-ncp-apigw-request-id');
  const shown = typeof requestId === 'string' ? redactStart(requestId, limits.textLength.id, redact) : undefined;
  return { ok: true, answer: dropAbsent({ value: parsed.output, requestId: shown }) as ActionAnswer<T> };
}

/** The inside of a successful answer: `<action>Response` with returnCode 0, or the whole of one without an envelope. */
function findContent(action: Action<unknown>, body: Body): Readonly<Record<string, unknown>> | undefined {
  if (!('value' in body) || readComplaint(body.value)) return undefined;
  const content = action.service === 'sts' ? body.value : body.value[`${action.name}Response`];
  return isRecord(content) ? content : undefined;
}

/** An issue by its field and our own words for it, nothing of what was received: `networkInterfaceList.0.ip is missing`. */
function describeIssue({ path, message }: v.BaseIssue<unknown>): string {
  const where = path?.map((item) => String(item.key)).join('.') ?? 'answer';
  return `${where} ${message}`;
}
