import { l10n, type Command } from 'vscode';
import type { CommandId } from '../contributions';
import { mostRows, type Gap } from '../session/loadNetwork';
import type { Scope } from '../session/scope';
import { ageText } from '../words/timeText';
import { errorText } from '../words/errorText';
import type { Now } from './drawing';
import type { TreeNode } from './node';
import { noteNode, type Note } from './noteNode';

/** So many rows are named. */
const named = 3;

const actions: Readonly<Record<Gap['what'], string>> = {
  regions: 'getRegionList',
  vpcs: 'getVpcList',
  subnets: 'getSubnetList',
  servers: 'getServerInstanceList',
  interfaces: 'getNetworkInterfaceList',
};

/** A note and what tells it from the others of its region. */
interface NamedNote extends Note {
  readonly name: string;
}

/** What is not known of a region, and why: nothing that is missing may look as if it were not there. */
export function gapNodes(now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  const notes = (): NamedNote[] => now().gaps.flatMap((gap) => notesOf(now().scope, gap));
  return notes().map((first) =>
    noteNode(now().scope, parent, first.name, () => notes().find(({ name }) => name === first.name) ?? first),
  );
}

function notesOf(scope: Scope, gap: Gap): readonly NamedNote[] {
  const note = (name: string, label: string, detail: string, command?: Command): NamedNote => {
    return { name: `${gap.what}${name}`, label, detail, command };
  };
  if ('error' in gap) {
    const age = gap.readAt === undefined ? [] : [ageText(gap.readAt)];
    const retry = l10n.t('Retry');
    const detail = [...age, errorText(gap.error).message, l10n.t('{0} · press Enter', retry)].join(' · ');
    return [note('', listUnread(gap.what), detail, retryCommand(scope, retry))];
  }
  const { unreadable, isCut, isUnsteady } = gap.left;
  const action = actions[gap.what];
  const notes: NamedNote[] = [];
  if (unreadable.length > 0) {
    const detail = l10n.t('Their addresses are unknown: {0}', nameRows(unreadable));
    notes.push(note('-rows', rowsUnread(gap.what, unreadable.length), detail));
  }
  if (isCut) {
    const detail = l10n.t('Only the first {0} rows of {1} were loaded.', mostRows, action);
    notes.push(note('-cut', l10n.t('A list is too long.'), detail));
  }
  if (isUnsteady) {
    const detail = l10n.t('A row of {0} may be missing. Refresh.', action);
    notes.push(note('-unsteady', l10n.t('A list kept changing while it was being loaded.'), detail));
  }
  return notes;
}

function retryCommand({ profile, regionCode }: Scope, title: string): Command {
  const command: CommandId = 'ncloudIp.refresh';
  return { command, title, arguments: [{ profile: profile.id, regionCode }] };
}

function listUnread(what: Extract<Gap, { error: unknown }>['what']): string {
  return {
    regions: l10n.t('Could not load the regions.'),
    vpcs: l10n.t('Could not load the VPCs.'),
    subnets: l10n.t('Could not load the subnets.'),
    servers: l10n.t('Could not load the servers.'),
  }[what];
}

function rowsUnread(what: Gap['what'], count: number): string {
  return {
    regions: l10n.t('Could not read some regions.'),
    vpcs: l10n.t('Could not read some VPCs.'),
    subnets: l10n.t('Could not read some subnets.'),
    servers: l10n.t('Could not read some servers.'),
    interfaces:
      count === 1
        ? l10n.t('Could not read 1 network interface.')
        : l10n.t('Could not read {0} network interfaces.', count),
  }[what];
}

function nameRows(unreadable: Extract<Gap, { left: unknown }>['left']['unreadable']): string {
  const rows = unreadable.slice(0, named).map(({ key, why }) => (key === undefined ? why : `${key} (${why})`));
  return [...rows, ...(unreadable.length > named ? ['…'] : [])].join(', ');
}
