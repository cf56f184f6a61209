import type { GenericSchema } from 'valibot';
import type { WireParameters } from '../calls/encodeParameters';
import type { WriteOptions } from '../ncloudApi';

/** One documented action with its parameters, ready to be called. */
export interface Action<T> {
  readonly name: string;
  /** `vserver/v2` and `vpc/v2` live on the gateway and answer in an envelope; `sts` answers plain JSON to GET. */
  readonly service: 'vserver/v2' | 'vpc/v2' | 'sts';
  /** Whether it changes something: such a call is never repeated once it may have arrived. */
  readonly isWrite: boolean;
  /** A read of what somebody asks for: it goes before whole lists. */
  readonly isPart?: boolean;
  readonly parameters: WireParameters;
  /** What it is about, for the log: `nic=701236`. */
  readonly subject: string;
  /** Reads the inside of the envelope. */
  readonly answer: GenericSchema<unknown, T>;
}

/** What an action answered, read by its schema, with the id to name to NAVER Cloud's support. */
export interface ActionAnswer<T> {
  readonly value: T;
  readonly requestId?: string;
}

/** Makes one call: a read with all its tries, a write once. Throws ApiError and nothing else. */
export type Call = <T>(action: Action<T>, options?: WriteOptions) => Promise<ActionAnswer<T>>;
