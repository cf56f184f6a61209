/** Thrown by an action to refuse a call: HTTP 400 with `responseError`, which carries no request id. */
export class ProductError extends Error {
  readonly http = 400;
  readonly document: { readonly responseError: { readonly returnCode: string; readonly returnMessage: string } };

  constructor(returnCode: string, returnMessage: string) {
    super(`${returnCode} ${returnMessage}`);
    this.document = { responseError: { returnCode, returnMessage } };
  }
}
