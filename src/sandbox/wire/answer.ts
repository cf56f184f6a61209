/** What a call comes to, before it is written in JSON or XML: faults still edit it as data. */
export interface CallAnswer {
  readonly http: number;
  /** One root key and its content; caller-identity has the content alone. */
  readonly document: object;
  readonly form: 'json' | 'xml';
  readonly headers?: Readonly<Record<string, string>>;
  /** True when the call was carried out and may have changed the network. */
  readonly applied: boolean;
  /** Numbers of the interfaces the call wrote. */
  readonly touched: readonly string[];
}
