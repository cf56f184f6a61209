/** Somebody wants these addresses, or so many, on one interface. */
export interface AssignItem {
  readonly kind: 'assign';
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
  /** Concrete unseen addresses the planner proposes, lowest first. */
  readonly propose?: number;
  /** `secondaryIpCount`: the service picks. Not safe to repeat after a lost answer, so proposing is preferred. */
  readonly count?: number;
  /** Take listed addresses that are another interface's secondary IP. */
  readonly allowReassign?: boolean;
}

/** Somebody wants these addresses off one interface. */
export interface UnassignItem {
  readonly kind: 'unassign';
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
}

/** Somebody wants these secondary IPs, wherever in the subnet they are, on `networkInterfaceNo`. */
export interface MoveItem {
  readonly kind: 'move';
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
  /** Where the asker saw them; a plan refuses when they are elsewhere by now. */
  readonly from?: string;
}

/** One wish. */
export type IntentItem = AssignItem | UnassignItem | MoveItem;

/** What somebody wants of one region. Many items make one plan, one review, one result per item. */
export interface Intent {
  readonly items: readonly IntentItem[];
  /** The journal entry this takes back. */
  readonly undoes?: string;
  /** Some of that entry is left as it is, because nobody knows whether it happened: it does not count as undone after this. */
  readonly undoesPart?: true;
  /** That entry is itself an undo. */
  readonly isRedo?: true;
  /** The journal entry of which this asks for the rest again. */
  readonly retries?: string;
}
