import type { Params } from './wire/params';

/** One request as it arrived, without signature and secret. `status` is missing while under way and when no answer was sent. */
export interface RequestEntry {
  readonly seq: number;
  readonly time: string;
  readonly method: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  /** First and last four characters; less than that of a short one. */
  readonly accessKey: string;
  readonly requestId: string;
  status?: number;
  /** True when the client went before it was answered. */
  left?: true;
  /** True when a change was carried out, whatever became of its answer. */
  applied: boolean;
  fault?: string;
}

/** The oldest entries go first beyond this many. */
const most = 20_000;

/** What arrived, in order, for tests to look at. */
export class RequestLog {
  private entries: RequestEntry[] = [];
  private seq = 0;

  open(arrived: {
    now: number;
    method: string;
    action: string;
    params: Params;
    accessKey: string | undefined;
    requestId: string;
  }): RequestEntry {
    const { now, params, accessKey = '', ...rest } = arrived;
    const entry: RequestEntry = {
      seq: ++this.seq,
      time: new Date(now).toISOString(),
      ...rest,
      params: params.toJSON(),
      accessKey: accessKey.length > 8 ? `${accessKey.slice(0, 4)}…${accessKey.slice(-4)}` : accessKey && '…',
      applied: false,
    };
    this.entries.push(entry);
    if (this.entries.length > most) this.entries.splice(0, this.entries.length - most);
    return entry;
  }

  list(): readonly RequestEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
