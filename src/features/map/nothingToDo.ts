import { l10n } from 'vscode';
import type { Cells } from '../../map/cells';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';

/** What somebody asked for on a map of which nothing comes. */
export interface AskedInVain {
  readonly cells: Cells;
  readonly offsets: readonly number[];
  /** What is shown is of the past. */
  readonly isPast: boolean;
  /** Something is to be taken off: only what an interface holds can be. */
  readonly isTaking?: boolean;
  /** The interface that it was to be put onto. */
  readonly networkInterfaceNo?: string;
}

/** Says why nothing can be done with a selection, and what to do instead. */
export function sayNothingToDo(asked: AskedInVain): void {
  void notify('info', reasonOf(asked));
}

/** Says that what somebody looks for is not in a map's range. */
export function sayNotHere(wanted: string, cidr: string): void {
  const text = l10n.t(
    '{0} is not in the range of this map, {1}. Find Address says where it is.',
    shownName(wanted),
    cidr,
  );
  void notify('info', text);
}

/** Says that a map shows no more what was selected on it. */
export function sayNotShown(): void {
  void notify('info', l10n.t('The map was reloaded. Select the addresses again.'));
}

function reasonOf({ cells, offsets, isPast, isTaking, networkInterfaceNo }: AskedInVain): string {
  const isOnto = networkInterfaceNo !== undefined;
  if (isPast) return l10n.t('The map shows the past, which nobody can change. Press Now first.');
  if (offsets.length === 0)
    return isOnto
      ? l10n.t('Select addresses first. Then press an interface, or drag what is selected onto it.')
      : l10n.t('Select addresses first.');
  if (isTaking) return l10n.t('Select secondary IPs: nothing else can be moved or unassigned.');
  const held = offsets.flatMap((offset) => cells.holder(offset) ?? []);
  return isOnto && held.some((holder) => holder.networkInterfaceNo === networkInterfaceNo)
    ? l10n.t(
        'This interface holds what is selected already. Select addresses of other interfaces, or addresses not seen in use.',
      )
    : l10n.t(
        'Primary IPs and reserved addresses stay where they are. Select secondary IPs, or addresses not seen in use.',
      );
}
