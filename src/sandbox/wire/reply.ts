import type { CallAnswer } from './answer';
import { formatJson } from './formatJson';
import { formatXml } from './formatXml';

/** An HTTP response, ready to be sent. */
export interface Reply {
  readonly http: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes an answer in its form, with the content type the official SDKs pick their parser by. */
export function replyOf({ http, document, form, headers = {} }: CallAnswer): Reply {
  return form === 'json'
    ? { http, contentType: 'application/json;charset=UTF-8', body: formatJson(document), headers }
    : { http, contentType: 'application/xml;charset=UTF-8', body: formatXml(document), headers };
}
