import type { CheckedDeclaration } from '../../declared/checkDeclaration';
import type { Declaration, DeclaredProblem } from '../../declared/declaration';
import type { Network } from '../../model/network';
import type { ReservedIn } from '../../plan/planning';
import type { NetworkState } from '../../session/networkState';
import type { Scope } from '../../session/scope';

/** What a file says of one region, with what is known of that. */
export interface CheckedGroup {
  readonly declaration: Declaration;
  readonly scope?: Scope;
  readonly state?: NetworkState;
  /** What open files keep in a subnet, with for whom. */
  readonly reservedIn?: ReservedIn;
  /** What it was compared with, and what came of it: absent while the region was never read. */
  readonly network?: Network;
  readonly checked?: CheckedDeclaration;
}

/** An open file as it was checked last. */
export interface CheckedFile {
  readonly text: string;
  /** What is wrong with the file, whatever the network is. */
  readonly problems: readonly DeclaredProblem[];
  readonly groups: readonly CheckedGroup[];
}
