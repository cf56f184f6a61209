import type { Check } from './check';

/** What the doctor found, as plain data to show, copy and hand to callers by code. Holds no secret. */
export interface Diagnosis {
  /** Epoch ms on this machine's clock. */
  readonly at: number;
  readonly gatewayUrl: string;
  readonly stsUrl: string;
  readonly regionCode: string;
  /** The access key's first characters, four at most. */
  readonly keyHint?: string;
  /** The setting http.proxyStrictSSL. */
  readonly isProxyStrict: boolean;
  readonly checks: readonly Check[];
  /** The lowest layer that failed: what to repair first. */
  readonly failing?: Check;
  /** True when it was stopped before the last check. */
  readonly isCancelled: boolean;
}
