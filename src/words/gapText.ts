import { l10n } from 'vscode';
import { mostRows, type Gap } from '../session/loadNetwork';
import { errorText } from './errorText';
import { ageText } from './timeText';

/** Something that is not known of a region. `name` tells it from the other notes. */
export interface GapText {
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  /** Reading again may help. */
  readonly isPassing: boolean;
}

/** So many rows are named. */
const named = 3;

const actions: Readonly<Record<Gap['what'], string>> = {
  regions: 'getRegionList',
  vpcs: 'getVpcList',
  subnets: 'getSubnetList',
  servers: 'getServerInstanceList',
  interfaces: 'getNetworkInterfaceList',
};

/** What is not known of a region, and why: nothing that is missing may look as if it were not there. */
export function gapTexts(gap: Gap): readonly GapText[] {
  const note = (name: string, label: string, detail: string): GapText => {
    return { name: `${gap.what}${name}`, label, detail, isPassing: 'error' in gap };
  };
  if ('error' in gap) {
    const age = gap.readAt === undefined ? [] : [ageText(gap.readAt)];
    return [note('', listUnread(gap.what), [...age, errorText(gap.error).message].join(' · '))];
  }
  const { unreadable, isCut, isUnsteady } = gap.left;
  const action = actions[gap.what];
  const notes: GapText[] = [];
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
