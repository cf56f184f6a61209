import type { JournalEntry } from '../../src/change/journalEntry';
import type { Network } from '../../src/model/network';
import type { TestSandbox } from '../support/sandbox';
import type { Foreign } from './order';

/** What a command left behind, on all sides. */
export interface Finished {
  readonly before: Network;
  /** What the tree shows: the network with every read since. */
  readonly tree: Network;
  readonly entry: JournalEntry;
  /** Changes that ran at the same time: to this one they are somebody else's. */
  readonly others: readonly JournalEntry[];
  readonly state: Awaited<ReturnType<TestSandbox['state']>>;
  readonly requests: Awaited<ReturnType<TestSandbox['requests']>>;
  readonly foreign: readonly Foreign[];
  /** Faults that can keep the truth from anybody: stuck, unreadable, ambiguous or cancelled. */
  readonly mayBeUnknown: boolean;
  /** A call is carried out so long after its answer was lost that what a count gave may be anybody's. */
  readonly comesLate: boolean;
}

/** Secondary IPs by interface, as the sandbox has them. */
export function truth({ state }: Pick<Finished, 'state'>): Map<string, readonly string[]> {
  const interfaces = state.regions.flatMap((region) => region.interfaces);
  return new Map(interfaces.map((one) => [one.networkInterfaceNo, one.secondaryIpList]));
}
