import type { Params } from './wire/params';

/** One request as it arrived, without signature and secret. `status` is missing while under way and when no answer was sent. */
export interface RequestEntry {
  readonly seq: number;
  readonly time: string;
  readonly method: string;
  readonly action: string;
  /** Empty for a request that nobody with a key has sent. */
  readonly params: Readonly<Record<string, string>>;
  /** First and last four characters; less than that of a short one. */
  readonly accessKey: string;
  readonly requestId: string;
  /** Why it was turned away before its parameters were looked at. */
  readonly reason?: string;
  status?: number;
  /** True when the client went before it was answered. */
  left?: true;
  /** True when a change was carried out, whatever became of its answer. */
  applied: boolean;
  fault?: string;
}

/** What is written down of a request: its parameters when somebody with a key has sent it, otherwise why not. */
export interface Arrival {
  readonly now: number;
  readonly method: string;
  readonly action: string;
  readonly params?: Params;
  readonly accessKey?: string | undefined;
  readonly requestId: string;
  readonly reason?: string;
}

/** The oldest entries go first beyond this many, and beyond this many bytes of memory. */
const most = 20_000;
const mostBytes = 16 * 1024 * 1024;

/** Names of actions have at most 31 characters; the rest of a longer path is nothing to keep. */
const longestAction = 100;

/** What arrived, in order, for tests to look at. */
export class RequestLog {
  private kept: { readonly entry: RequestEntry; readonly bytes: number }[] = [];
  private bytes = 0;
  private seq = 0;

  open({ now, params, action, accessKey = '', ...rest }: Arrival): RequestEntry {
    const entry: RequestEntry = {
      seq: ++this.seq,
      time: new Date(now).toISOString(),
      ...rest,
      action: copyOf(action.slice(0, longestAction)),
      params: params ? copyOf(params.toJSON()) : {},
      accessKey: accessKey.length > 8 ? `${accessKey.slice(0, 4)}…${accessKey.slice(-4)}` : accessKey && '…',
      applied: false,
    };
    const bytes = bytesOf(entry);
    this.kept.push({ entry, bytes });
    this.bytes += bytes;
    this.letOldestGo();
    return entry;
  }

  list(): readonly RequestEntry[] {
    return this.kept.map(({ entry }) => entry);
  }

  clear(): void {
    this.kept = [];
    this.bytes = 0;
  }

  private letOldestGo(): void {
    let gone = 0;
    for (const { bytes } of this.kept) {
      if (this.kept.length - gone <= most && this.bytes <= mostBytes) break;
      this.bytes -= bytes;
      gone++;
    }
    this.kept.splice(0, gone);
  }
}

/** V8 cuts a piece out of a text by pointing into it, so that ten characters would keep a whole body in memory. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What an entry takes in memory, generously: two bytes a character, and the objects around them. */
function bytesOf({ params }: RequestEntry): number {
  const texts = Object.entries(params).map(([name, value]) => 100 + 2 * (name.length + value.length));
  return texts.reduce((sum, bytes) => sum + bytes, 600);
}
