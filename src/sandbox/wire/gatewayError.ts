/** Errors of the gateway in front of the products, with their HTTP status and message (API Gateway error codes). */
const table = {
  '100': [400, 'Bad Request Exception'],
  '200': [401, 'Authentication Failed'],
  '210': [401, 'Permission Denied'],
  '230': [403, 'Forbidden'],
  '300': [404, 'Not Found Exception'],
  '400': [429, 'Quota Exceeded'],
  '410': [429, 'Throttle Limited'],
  '420': [429, 'Rate Limited'],
  '430': [413, 'Request Entity Too Large'],
  '500': [503, 'Endpoint Error'],
  '510': [504, 'Endpoint Timeout'],
  '900': [500, 'Unexpected Error'],
} as const satisfies Record<string, readonly [number, string]>;

/** One of the documented codes of the gateway. */
export type GatewayErrorCode = keyof typeof table;

/** Thrown to refuse a call before any product sees it. `details` may be empty, as it is in real answers. */
export class GatewayError extends Error {
  readonly http: number;
  readonly document: {
    readonly error: { readonly errorCode: string; readonly message: string; readonly details: string };
  };

  constructor(
    errorCode: GatewayErrorCode,
    details = '',
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    const [http, message] = table[errorCode];
    super(`${errorCode} ${message}: ${details}`);
    this.http = http;
    this.document = { error: { errorCode, message, details } };
  }
}
