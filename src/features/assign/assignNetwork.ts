import type { Network } from '../../model/network';

/** The network that the questions of assigning are about; it is read again where an answer rests on an old reading. */
export interface AssignNetwork {
  /** As last read. */
  now(): Network;
  /** What open files keep for somebody, with for whom. */
  reservedIn(subnetNo: string): ReadonlyMap<string, string>;
  /** Reads an interface that was chosen once more when it was full or busy a while ago: it may be neither by now. */
  look(networkInterfaceNo: string): Promise<void>;
  /** Reads the region once more when that was a while ago: somebody may have given addresses back. */
  lookAround(): Promise<void>;
  /** Waits until an interface is at rest, for as long as that may take, or until the user thinks better of it. */
  settle(networkInterfaceNo: string): Promise<void>;
}
