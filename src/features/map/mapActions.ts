import { commands, env, l10n, ThemeIcon } from 'vscode';
import { actableOf, isUnheld, type Actable } from '../../map/actable';
import { createCells, type Cells } from '../../map/cells';
import type { MapData } from '../../map/mapData';
import type { MapAction } from '../../map/messagesFromMap';
import type { CommandId } from '../../contributions';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import { mention } from '../../ui/notify';
import type { Choice } from '../../ui/prompter';
import type { CommandContext } from '../commandContext';
import { sayNothingToDo, sayNotShown } from './nothingToDo';

/** The map on which something is done. */
export interface MapPlace {
  readonly scope: Scope;
  readonly subnetNo: string;
  /**
   * What it shows now; nothing once it shows no more what the selection was made in, as after a change of account. Its words
   * are for reading: what is done is planned on the network, as always.
   */
  readonly data: () => MapData | undefined;
}

/** What is selected on it. */
export interface Selected {
  readonly offsets: readonly number[];
  /** As it was: there is only its text to take. */
  readonly isPast?: boolean | undefined;
}

/**
 * Begins what was asked for on a map: the same commands as in the tree, with the same questions, one plan and its review.
 * The map itself calls nothing.
 */
export async function actOnMap(
  context: Pick<CommandContext, 'prompter'>,
  place: MapPlace,
  action: MapAction,
  { offsets, isPast = false }: Selected,
): Promise<void> {
  const data = place.data();
  if (!data) return;
  const cells = createCells(data);
  const actable = isPast ? { assign: [], move: [], copyAs: [] } : actableOf(cells, offsets);
  const chosen =
    action === 'more' && offsets.length > 0 ? await askAction(context, place, cells, actable, offsets) : action;
  if (chosen === undefined) return;
  // What others did while somebody chose comes up in the plan. Of another account there is none to make.
  if (!place.data()) {
    sayNotShown();
    return;
  }
  const isDone = chosen !== 'more' && (await run(place, cells, actable, chosen, offsets));
  if (!isDone) sayNothingToDo({ cells, offsets, isPast, isTaking: chosen === 'move' || chosen === 'unassign' });
}

/**
 * Begins to put addresses onto one interface, in one plan: those that others hold are moved, with others that nobody is seen
 * to hold they are taken over. What can be on no other interface is left out.
 */
export async function putOnto(
  place: MapPlace,
  networkInterfaceNo: string,
  { offsets, isPast = false }: Selected,
): Promise<void> {
  const data = place.data();
  if (!data) return;
  const cells = createCells(data);
  const { scope } = place;
  const held = offsets.filter((at) => {
    const holder = cells.holder(at);
    return holder && holder.networkInterfaceNo !== networkInterfaceNo && !cells.isPrimary(at);
  });
  const unheld = offsets.filter((at) => isUnheld(cells, at));
  if (isPast || held.length + unheld.length === 0) {
    sayNothingToDo({ cells, offsets, isPast, networkInterfaceNo });
    return;
  }
  const target = { kind: 'interface', scope, networkInterfaceNo };
  if (unheld.length === 0 && held.length > 0) {
    const dragged = held.flatMap((at) => nodeOf(scope, cells, at)).map(({ subject }) => subject);
    await commands.executeCommand('ncloudIp.moveSecondaryIps' satisfies CommandId, { dragged, target });
  }
  if (unheld.length > 0)
    await commands.executeCommand('ncloudIp.assignSecondaryIps' satisfies CommandId, {
      profile: scope.profile.id,
      regionCode: scope.regionCode,
      networkInterfaceNo,
      secondaryIps: [...unheld, ...held].sort((a, b) => a - b).map((at) => cells.address(at)),
      allowReassign: held.length > 0,
    });
}

type Chosen = Exclude<MapAction, 'more'> | 'details';

/** False when there is nothing that it could be done with. */
async function run(
  place: MapPlace,
  cells: Cells,
  actable: Actable,
  chosen: Chosen,
  offsets: readonly number[],
): Promise<boolean> {
  const call = async (id: CommandId, at: readonly number[]): Promise<boolean> => {
    const nodes = at.flatMap((offset) => nodeOf(place.scope, cells, offset));
    if (nodes.length > 0) await commands.executeCommand(id, nodes[0], nodes);
    return nodes.length > 0;
  };
  switch (chosen) {
    case 'assign':
      return assign(
        place,
        actable.assign.map((offset) => cells.address(offset)),
      );
    case 'move':
      return call('ncloudIp.moveSecondaryIps', actable.move);
    case 'unassign':
      return call('ncloudIp.unassignSecondaryIps', actable.move);
    case 'copyAs':
      return call('ncloudIp.copyAs', actable.copyAs);
    case 'details':
      return call('ncloudIp.showDetails', actable.copyAs.slice(0, 1));
    case 'copy':
      return copy(cells, offsets);
  }
}

async function assign({ scope, subnetNo }: MapPlace, secondaryIps: readonly string[]): Promise<boolean> {
  const id: CommandId = 'ncloudIp.assignSecondaryIps';
  const where = { profile: scope.profile.id, regionCode: scope.regionCode, subnetNo };
  if (secondaryIps.length > 0) await commands.executeCommand(id, { ...where, secondaryIps });
  return secondaryIps.length > 0;
}

async function copy(cells: Cells, offsets: readonly number[]): Promise<boolean> {
  const addresses = offsets.toSorted((a, b) => a - b).map((offset) => cells.address(offset));
  if (addresses.length === 0) return false;
  await env.clipboard.writeText(addresses.join('\n'));
  mention(l10n.t('Copied: {0}', addresses.length === 1 ? (addresses[0] ?? '') : addresses.length), 3_000);
  return true;
}

/** What a row of the tree hands to a command. */
function nodeOf(scope: Scope, cells: Cells, offset: number): { id: string; subject: Subject }[] {
  const holder = cells.holder(offset);
  if (!holder) return [];
  const address = cells.address(offset);
  const role = cells.isPrimary(offset) ? 'primary' : 'secondary';
  const { networkInterfaceNo } = holder;
  return [{ id: address, subject: { kind: 'address', scope, networkInterfaceNo, address, role } }];
}

async function askAction(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { scope }: MapPlace,
  cells: Cells,
  { assign, move, copyAs }: Actable,
  offsets: readonly number[],
): Promise<Chosen | undefined> {
  const [first = 0] = offsets;
  const canChange = scope.profile.protection !== 'readOnly';
  const row = (
    value: Chosen,
    icon: string,
    label: string,
    about: readonly number[],
    isOffered: boolean,
  ): Choice<Chosen>[] =>
    isOffered && about.length > 0
      ? [{ value, iconPath: new ThemeIcon(icon), label, description: named(cells, about) }]
      : [];
  const answer = await prompter.pick<Chosen>({
    title: offsets.length === 1 ? cells.address(first) : l10n.t('{0} selected', offsets.length),
    placeholder: l10n.t('What do you want to do with it?'),
    choices: [
      ...row('assign', 'add', l10n.t('Assign to…'), assign, canChange),
      ...row('move', 'arrow-swap', l10n.t('Move to…'), move, canChange),
      ...row('unassign', 'remove', l10n.t('Unassign'), move, canChange),
      ...row('details', 'info', l10n.t('Show Details'), copyAs, offsets.length === 1),
      ...row('copyAs', 'copy', l10n.t('Copy As…'), copyAs, true),
      ...row('copy', 'copy', l10n.t('Copy'), offsets, true),
    ],
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

/** `10.0.10.20, 10.0.10.21`, and how many more. */
function named(cells: Cells, offsets: readonly number[]): string {
  const some = offsets.slice(0, 3).map((offset) => cells.address(offset));
  const rest = offsets.length - some.length;
  return rest > 0 ? l10n.t('{0} and {1} more', some.join(', '), rest) : some.join(', ');
}
