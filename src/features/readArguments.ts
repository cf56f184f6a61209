import type { Uri } from 'vscode';
import type { CommandId } from '../contributions';
import type { Subject, TreeNode } from '../tree/node';
import { readOptions, type CommandOptions } from './commandOptions';

/** What a command was called with: nodes of the tree (clicked one first), or an object of answers, or nothing. */
export interface Arguments {
  readonly subjects: readonly Subject[];
  /** What it has to do with besides: where something is dropped, what was cut. */
  readonly others?: readonly Subject[];
  /** The change of the history it was called on. */
  readonly entryId?: string;
  readonly options: CommandOptions;
  /** Called by code with answers rather than by a person: errors are thrown to the caller as well. */
  readonly isProgrammatic: boolean;
}

/**
 * VS Code calls with (clicked, all selected) from a view and with nothing from the palette; other extensions may call with
 * anything, of which only a plain object is answers. When the clicked node is not among the selected ones, it alone is meant.
 */
export function readArguments(id: CommandId, args: readonly unknown[]): Arguments {
  const [first, second] = args;
  if (isNode(first)) {
    const selected = Array.isArray(second) ? second.filter(isNode) : [];
    const nodes = selected.some(({ id }) => id === first.id)
      ? [first, ...selected.filter(({ id }) => id !== first.id)]
      : [first];
    return { subjects: nodes.map(({ subject }) => subject), options: {}, isProgrammatic: false };
  }
  if (isEntry(first)) return { subjects: [], entryId: first.entryId, options: {}, isProgrammatic: false };
  if (isUnreadable(first)) {
    return { subjects: [], options: { files: first.files.map(({ name }) => name) }, isProgrammatic: false };
  }
  if (isDrop(first)) {
    const { dragged, target } = first;
    return { subjects: dragged, others: [target], options: { to: target.networkInterfaceNo }, isProgrammatic: false };
  }
  // A button over an editor hands over the address of its document.
  if (isUri(first)) return { subjects: [], options: { path: first.path }, isProgrammatic: false };
  // A button over the history hands over whichever row has the focus; no option is called kind.
  if (!isPlain(first) || 'kind' in first) return { subjects: [], options: {}, isProgrammatic: false };
  const options = readOptions(id, first);
  return { subjects: [], options, isProgrammatic: isByCode(options) };
}

/** Code says so, or says what only code can: whether there is a review. */
function isByCode({ interactive, confirm }: CommandOptions): boolean {
  return interactive === undefined ? confirm !== undefined : !interactive;
}

function isUri(value: unknown): value is Pick<Uri, 'scheme' | 'path'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'scheme' in value &&
    'path' in value &&
    typeof value.path === 'string'
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'subject' in value && 'id' in value;
}

/** What the tree hands over when addresses were dropped on an interface. */
export interface Drop {
  readonly dragged: readonly Subject[];
  readonly target: Subject & { readonly networkInterfaceNo: string };
}

function isDrop(value: unknown): value is Drop {
  return (
    typeof value === 'object' &&
    value !== null &&
    'target' in value &&
    'dragged' in value &&
    Array.isArray(value.dragged)
  );
}

function isEntry(value: unknown): value is { readonly entryId: string } {
  return typeof value === 'object' && value !== null && 'entryId' in value && typeof value.entryId === 'string';
}

/** The History view's row of files that cannot be read, or of one of them. */
function isUnreadable(value: unknown): value is { readonly files: readonly { readonly name: string }[] } {
  return typeof value === 'object' && value !== null && 'kind' in value && String(value.kind).startsWith('unreadable');
}

/**
 * The profile a command about profiles is meant for: of the row of a profile, a region or an error, or of the option
 * `profile`. Undefined leaves it to a question: an interface that happens to be selected is no answer.
 */
export function profileOption({ subjects: [subject], options }: Arguments): string | undefined {
  const isMeant = subject?.kind === 'profile' || subject?.kind === 'region' || subject?.kind === 'problem';
  return isMeant ? subject.scope.profile.id : options.profile;
}
