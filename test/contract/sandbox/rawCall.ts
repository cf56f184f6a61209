import { signRequest, type KeyPair } from '../../support/signRequest';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; throws when it is none. */
  json(): unknown;
  /** What stands under the root key. */
  content(): Readonly<Record<string, unknown>>;
  /** The rows of the one list under the root key. */
  rows(): readonly Readonly<Record<string, unknown>>[];
  /** returnCode of a product's answer, errorCode of the gateway's. */
  code(): unknown;
}

export interface RawOptions {
  readonly method?: string;
  readonly key?: KeyPair;
  /** Parameters of the body; with them the method is POST. */
  readonly form?: Readonly<Record<string, string>>;
  readonly timestamp?: number | string;
  readonly version?: 'v1' | 'v2';
  /** Added to, or with undefined taken from, the signed headers. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** One signed request to a sandbox, made of nothing but fetch and the signing rule. `target` is sent as it is. */
export async function rawCall(
  sandbox: KeyPair & { readonly url: string },
  target: string,
  options: RawOptions = {},
): Promise<RawAnswer> {
  const { form, key = sandbox, timestamp, version, signal } = options;
  const method = options.method ?? (form ? 'POST' : 'GET');
  const headers = { ...signRequest(key, method, target, timestamp, version), ...options.headers };
  const response = await fetch(sandbox.url + target, {
    method,
    headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ...(form && { body: new URLSearchParams(form) }),
    ...(signal && { signal }),
  });
  return readAnswer(response, await response.text());
}

function readAnswer({ status, headers }: Response, text: string): RawAnswer {
  const json = () => JSON.parse(text) as unknown;
  const content = () => Object.values(json() as Record<string, Record<string, unknown>>)[0] ?? {};
  const rows = () => Object.values(content()).find(Array.isArray) as Record<string, unknown>[];
  return { status, headers, text, json, content, rows, code: () => content().returnCode ?? content().errorCode };
}

/** A GET in JSON; parameters in the order given. */
export function get(
  sandbox: KeyPair & { readonly url: string },
  path: string,
  params: Readonly<Record<string, string>> = {},
  options: RawOptions = {},
): Promise<RawAnswer> {
  const query = new URLSearchParams({ ...params, responseFormatType: 'json' });
  return rawCall(sandbox, `${path}?${query.toString()}`, options);
}
