import type { AssignmentSheet } from '../../list/checkAssignments';
import type { Network } from '../../model/network';
import type { ReservedIn } from '../../plan/planning';
import type { Scope } from '../../session/scope';

/** An open list as it was checked last. */
export interface CheckedList {
  readonly text: string;
  /** Whose addresses it is about: absent while there is no profile. */
  readonly scope?: Scope;
  /** What it was checked on, and what came of it: absent while the region was never read. */
  readonly network?: Network;
  readonly sheet?: AssignmentSheet;
  readonly isReading: boolean;
  /** What open files keep for somebody is not offered. */
  readonly reservedIn?: ReservedIn;
}
