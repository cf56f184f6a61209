import { table } from '../../src/sandbox/actions/table';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';

/** A fault as POST /__sandbox__/faults takes it; docs/sandbox.md lists them with their arguments. */
export interface OrderedFault {
  readonly action: string;
  readonly fault: string;
  readonly times?: number;
  readonly [argument: string]: unknown;
}

/** One entry of GET /__sandbox__/requests. */
export interface ArrivedRequest {
  readonly seq: number;
  readonly time: string;
  readonly method: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  readonly accessKey: string;
  readonly requestId: string;
  /** Missing while under way and when the sandbox sent no answer. */
  readonly status?: number;
  /** True when the client went before it was answered. */
  readonly left?: true;
  /** True when a change was carried out, whatever became of its answer. */
  readonly applied: boolean;
  readonly fault?: string;
}

/** GET /__sandbox__/state; objects as on the wire. */
interface SandboxState {
  readonly scenario: string;
  readonly now: number;
  readonly regions: readonly {
    readonly regionCode: string;
    readonly regionName: string;
    readonly vpcs: readonly Readonly<Record<string, unknown>>[];
    readonly subnets: readonly Readonly<Record<string, unknown>>[];
    readonly servers: readonly Readonly<Record<string, unknown>>[];
    readonly accessControlGroups: readonly Readonly<Record<string, unknown>>[];
    readonly publicIps: readonly Readonly<Record<string, unknown>>[];
    readonly interfaces: readonly {
      readonly networkInterfaceNo: string;
      readonly networkInterfaceName: string;
      readonly subnetNo: string;
      readonly networkInterfaceStatus: { readonly code: string; readonly codeName: string };
      readonly instanceType?: { readonly code: string; readonly codeName: string };
      readonly instanceNo?: string;
      readonly ip: string;
      readonly secondaryIpList: readonly string[];
      readonly settlesAt?: number | 'never';
    }[];
  }[];
}

/** Steers a running sandbox from outside, whoever started it. */
export interface SandboxControls {
  faults(faults: readonly OrderedFault[]): Promise<void>;
  clearFaults(): Promise<void>;
  requests(): Promise<ArrivedRequest[]>;
  /** The calls among them that would change something. */
  writes(): Promise<ArrivedRequest[]>;
  clearRequests(): Promise<void>;
  state(): Promise<SandboxState>;
  /** Ends SET and UNSET of one interface, or of all. */
  settle(networkInterfaceNo?: string): Promise<void>;
  /**
   * A change made by somebody else, e.g. `{ assign: { networkInterfaceNo, address } }`; also `unassign`, `remove`,
   * `own: { networkInterfaceNo, instanceNo, instanceType }` and `replace: { networkInterfaceNo, ip, subnetNo, secondaryIpList }`.
   */
  change(change: Readonly<Record<string, unknown>>): Promise<void>;
  reset(changes?: Partial<SandboxOptions>): Promise<void>;
}

const writing = new Map([
  ...[...table].map(([path, { writes }]) => [path.slice(path.lastIndexOf('/') + 1), writes] as const),
  // Asked of another service, which the sandbox has no table of.
  ['caller-identity', false],
]);

/** Whether the call would change something: so the sandbox says, and of an action that it does not know its name. */
export function isWrite({ action }: Pick<ArrivedRequest, 'action'>): boolean {
  // A call of no action is the doctor's, who only tries the way.
  return writing.get(action) ?? !(action === '' || action.startsWith('get'));
}

/** The control requests of a sandbox. A refused one rejects with what it answered. */
export function sandboxControls({ url, controlToken }: { url: string; controlToken: string }): SandboxControls {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/__sandbox__/${path}`, {
      method,
      headers: { 'x-sandbox-control': controlToken },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as T;
  };
  const requests = (): Promise<ArrivedRequest[]> => send('GET', 'requests');
  return {
    faults: (faults) => send('POST', 'faults', { faults }),
    clearFaults: () => send('DELETE', 'faults'),
    requests,
    writes: async () => (await requests()).filter(isWrite),
    clearRequests: () => send('DELETE', 'requests'),
    state: () => send('GET', 'state'),
    settle: (networkInterfaceNo) => send('POST', 'state/settle', { networkInterfaceNo }),
    change: (change) => send('POST', 'change', change),
    reset: (changes = {}) => send('POST', 'reset', changes),
  };
}
