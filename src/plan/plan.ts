/** One API call. At most five addresses, exactly one interface gains or loses by name; a takeover also names who loses. */
export interface Step {
  /** Ordinal within the plan, from 1. */
  readonly id: number;
  readonly action: 'assignSecondaryIps' | 'unassignSecondaryIps';
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
  /** `secondaryIpCount`; 0 for unassign. */
  readonly count: number;
  readonly allowReassign: boolean;
  /** Listed addresses another interface holds now and loses by this step. */
  readonly takes: readonly { readonly address: string; readonly from: string }[];
  /** Indexes into the intent's items that this step serves. */
  readonly items: readonly number[];
}

/** Before and after of one interface that gains or loses an address. */
export interface InterfaceChange {
  readonly networkInterfaceNo: string;
  readonly networkInterfaceName: string;
  readonly serverName?: string;
  readonly deviceName?: string;
  /** Another interface had the same name when planned. */
  readonly hasNamesake?: true;
  readonly subnetNo: string;
  readonly primary: string;
  /** Whose it was when planned: a server's number with `VSVR`, another device's with its type; absent when attached to nothing. */
  readonly instanceNo?: string;
  readonly instanceType?: string;
  readonly before: readonly string[];
  /** Addresses known beforehand; `chosenByService` more join them. */
  readonly after: readonly string[];
  readonly chosenByService: number;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** Something to know before saying yes. Text is made in src/words/change/warningText.ts. */
export type Warning =
  | { readonly kind: 'takeover'; readonly address: string; readonly from: string; readonly to: string }
  | { readonly kind: 'removes'; readonly networkInterfaceNo: string; readonly addresses: readonly string[] }
  | { readonly kind: 'subnetUsage'; readonly subnetNo: string; readonly usage: 'LOADB' | 'NATGW' | 'BM' }
  | { readonly kind: 'managedInterface'; readonly networkInterfaceNo: string; readonly instanceType: string }
  /** In use, but by whom was not to be read: it may belong to a managed service. */
  | { readonly kind: 'unknownOwner'; readonly networkInterfaceNo: string }
  | { readonly kind: 'alreadyThere'; readonly networkInterfaceNo: string; readonly addresses: readonly string[] }
  | { readonly kind: 'notThere'; readonly networkInterfaceNo: string; readonly addresses: readonly string[] }
  /** The last read showed the address on several interfaces: it was being moved by somebody. */
  | { readonly kind: 'moving'; readonly address: string; readonly networkInterfaceNos: readonly string[] }
  /** An open file keeps it for somebody. */
  | {
      readonly kind: 'reserved';
      readonly address: string;
      readonly networkInterfaceNo: string;
      readonly for: string;
    }
  | { readonly kind: 'countNotRepeatable'; readonly networkInterfaceNo: string; readonly count: number }
  /** What it gains has to be set in its operating system as well. */
  | { readonly kind: 'guestOs'; readonly networkInterfaceNo: string }
  /** What it loses has to go from there as well: set on two servers, it would be answered by both. */
  | { readonly kind: 'guestOsLoses'; readonly networkInterfaceNo: string; readonly addresses: readonly string[] };

/** Change as data: ordered steps and what they do to every interface involved. */
export interface Plan {
  readonly version: 1;
  readonly regionCode: string;
  readonly steps: readonly Step[];
  readonly changes: readonly InterfaceChange[];
  readonly warnings: readonly Warning[];
  /** The journal entry this takes back. */
  readonly undoes?: string;
  /** That entry is itself an undo. */
  readonly isRedo?: true;
  /** Every item asked for a move: what is taken from others is what somebody wanted, not what was found in the way. */
  readonly isMove?: true;
}

/** Why a plan cannot be made; `isAssigned`: because every address asked for is there already. Each kind is a rule with its repair; text is made in src/words/problemText.ts. */
export type Problem = (
  | { readonly kind: 'nothingToDo'; readonly isAssigned?: true }
  | { readonly kind: 'readOnlyProfile' }
  | { readonly kind: 'unknownInterface'; readonly networkInterfaceNo: string }
  | { readonly kind: 'unknownSubnet'; readonly networkInterfaceNo: string; readonly subnetNo: string }
  | { readonly kind: 'settling'; readonly networkInterfaceNo: string; readonly status: string }
  | { readonly kind: 'ambiguousInterface'; readonly text: string; readonly networkInterfaceNos: readonly string[] }
  | { readonly kind: 'notAnAddress'; readonly text: string }
  | { readonly kind: 'rangeTooLong'; readonly text: string; readonly size: number; readonly limit: number }
  | { readonly kind: 'rangeBackwards'; readonly text: string }
  /** Something in a list of JSON objects that is none. */
  | { readonly kind: 'notAnEntry' }
  /** More than is read of one list. */
  | { readonly kind: 'listTooLong'; readonly of: 'characters' | 'addresses' | 'unreadable'; readonly limit: number }
  | {
      readonly kind: 'outside';
      readonly address: string;
      readonly cidr: string;
      readonly firstUsable: string;
      readonly lastUsable: string;
    }
  | {
      readonly kind: 'reserved';
      readonly address: string;
      readonly cidr: string;
      readonly firstUsable: string;
      readonly lastUsable: string;
    }
  | { readonly kind: 'ownPrimary'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'othersPrimary'; readonly address: string; readonly holder: string }
  | { readonly kind: 'heldByOther'; readonly address: string; readonly holder: string }
  | { readonly kind: 'duplicate'; readonly address: string }
  | {
      readonly kind: 'tooMany';
      readonly networkInterfaceNo: string;
      readonly has: number;
      readonly wants: number;
      readonly limit: number;
    }
  | { readonly kind: 'badCount'; readonly count: number; readonly limit: number }
  | { readonly kind: 'severalSubnets'; readonly networkInterfaceNos: readonly string[] }
  | { readonly kind: 'notFound'; readonly address: string; readonly subnetNo: string }
  | {
      readonly kind: 'movedOn';
      readonly address: string;
      readonly expected: string | undefined;
      readonly holder: string | undefined;
    }
  | { readonly kind: 'alreadyUndone'; readonly by: string }
  /** Nobody knows whether these were changed, and they are not where the change would have put them. */
  | { readonly kind: 'stillUnknown'; readonly addresses: readonly string[] }
  | { readonly kind: 'noUnseenAddress'; readonly cidr: string; readonly wants: number; readonly left: number }
) & {
  /** Index of the intent's item it comes from, when it comes from one. */
  readonly item?: number;
};

/** A plan, or everything that stands in its way. */
export type PlanResult =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problems: readonly Problem[] };
