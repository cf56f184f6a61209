/** What the sandbox holds at its start. */
export type ScenarioName = 'small' | 'empty' | 'large';

/** An API key the sandbox knows. Viewers may read; only managers may change. */
export interface SandboxKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly role: 'manager' | 'viewer';
  /** A disabled key is refused like an unknown one. Default true. */
  readonly active?: boolean;
}

/** How a sandbox starts; everything has a default, so `{}` is a small network on a free port. */
export interface SandboxOptions {
  /** 0 (default) takes a free port. */
  readonly port?: number;
  readonly scenario?: ScenarioName;
  /** Number of network interfaces of the scenario `large`; default 2500, which is more than one page. */
  readonly nics?: number;
  /** Adds a VPC of the type TRANSIT, which createVpc knows since 2026-11-24, to the first region. */
  readonly transitVpc?: boolean;
  /** Milliseconds an interface stays SET or UNSET after a change; default 3000. With 0 the answer still says SET and the next read is settled. */
  readonly delay?: number;
  /** Milliseconds the sandbox's clock is ahead of (negative: behind) the real one. */
  readonly skew?: number;
  /** Decides numbers, MAC addresses and request ids; default 1. */
  readonly seed?: number;
  /** Calls per second before 429/420; unlimited when absent. */
  readonly rate?: number;
  /** Whether those tell by a header when to come again; default true. */
  readonly retryAfter?: boolean;
  /** Lets changes of interfaces in SET or UNSET through instead of refusing them as busy. */
  readonly acceptBusy?: boolean;
  /** The manager's key; what is not chosen is made up anew at each start. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** The viewer's key, likewise. */
  readonly viewer?: { readonly accessKey?: string; readonly secretKey?: string };
  /** What control requests must carry, likewise. */
  readonly controlToken?: string;
  /** Milliseconds a request may take to arrive; slower connections are closed. Default 20,000. */
  readonly patience?: number;
  /** Connections at the same time; more are closed at once. Default 256. */
  readonly connections?: number;
  /** Keys besides the two of its own. */
  readonly extraKeys?: readonly SandboxKey[];
  /** Milliseconds since the epoch; tests pass their own. */
  readonly now?: () => number;
}
