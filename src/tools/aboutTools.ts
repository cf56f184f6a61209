import type { ToolName } from './toolTable';

/** What a host may know of a tool before it runs (Model Context Protocol, `ToolAnnotations`). */
export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** What is said of a tool before it runs. */
export interface AboutTool {
  /** For a model, in English. */
  readonly description: string;
  readonly annotations: Annotations;
}

/** What looks and changes nothing. */
const looks: Annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true };
/** A plan changes nothing; the same question twice makes two plans. */
const plans: Annotations = { ...looks, idempotentHint: false };
const applies: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** What is said of the tools: by the manifest in the editor, where no bundle holds it, and by a server of its own. */
export const aboutTools: Readonly<Record<ToolName, AboutTool>> = {
  listNetwork: {
    description:
      'List the network interfaces (or subnets) of the profile and region the user looks at, with primary and secondary IPs. Rows follow columns.',
    annotations: looks,
  },
  findAddress: {
    description:
      'Say who holds IPv4 addresses: one row for each subnet an address lies in (two VPCs may use the same range). "unseen" is not "free": managed services may hold addresses that no list shows.',
    annotations: looks,
  },
  getInterface: {
    description: 'All about one network interface, by its number, its name, its primary address, or server/device.',
    annotations: looks,
  },
  listFindings: {
    description:
      'What may need attention: interfaces stuck while changing, subnets over 80 or 90 % in use, unattached interfaces that hold secondary IPs.',
    annotations: looks,
  },
  getHistory: {
    description:
      'Changes made through this extension in this profile and region, newest first: id, time, outcome, who asked, whether it can be undone, and what each interface gained and lost.',
    annotations: looks,
  },
  unusedAddresses: {
    description:
      'Addresses of a subnet that no visible interface holds and no open file reserves, as ranges [first, last, count]. Not seen in use is not free: ask before you rely on one.',
    annotations: looks,
  },
  planChange: {
    description:
      'Plan a change of secondary IPs without making it. Gives planId and digest, both sides of every interface, who loses what, warnings; or problems with their repair. Valid for 10 minutes and for the network as it is. Show it to the user before applyPlan.',
    annotations: plans,
  },
  planUndo: {
    description:
      'Plan to take back a change of the history: the newest that can be undone, or the one with this id. Answers as planChange does.',
    annotations: plans,
  },
  applyPlan: {
    description:
      'Ask the user to approve a plan of planChange or planUndo, and apply it if they do. The user is asked in a dialog of this extension, whatever was approved elsewhere. A plan can be used once. Gives the outcome of every address: applied, notApplied or unknown, found by reading.',
    annotations: applies,
  },
};
