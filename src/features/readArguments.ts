import type { Subject, TreeNode } from '../tree/node';

/** What a command was called with: nodes of the tree (clicked one first), or an object of answers, or nothing. */
export interface Arguments {
  readonly subjects: readonly Subject[];
  /** What it has to do with besides: where something is dropped, what was cut. */
  readonly others?: readonly Subject[];
  /** The change of the history it was called on. */
  readonly entryId?: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Called by code with answers rather than by a person: errors are thrown to the caller as well. */
  readonly isProgrammatic: boolean;
}

/**
 * VS Code calls with (clicked, all selected) from a view and with nothing from the palette; other extensions may call with
 * anything. When the clicked node is not among the selected ones, it alone is meant.
 */
export function readArguments(args: readonly unknown[]): Arguments {
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
  const options = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : {};
  return { subjects: [], options, isProgrammatic: 'confirm' in options };
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

/** A text option; undefined when absent. Throws with the option's name when it is something else. */
export function textOption(options: Arguments['options'], key: string): string | undefined {
  const value = options[key];
  if (value === undefined || typeof value === 'string') return value;
  throw new TypeError(`${key} must be a string`);
}

/**
 * The profile a command about profiles is meant for: of the row of a profile, a region or an error, or of the option
 * `profile`. Undefined leaves it to a question: an interface that happens to be selected is no answer.
 */
export function profileOption({ subjects: [subject], options }: Arguments): string | undefined {
  const isMeant = subject?.kind === 'profile' || subject?.kind === 'region' || subject?.kind === 'problem';
  return isMeant ? subject.scope.profile.id : textOption(options, 'profile');
}

/** A list-of-texts option; undefined when absent. */
export function textsOption(options: Arguments['options'], key: string): readonly string[] | undefined {
  const value = options[key];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new TypeError(`${key} must be an array of strings`);
}

/** A whole-number option; undefined when absent. */
export function numberOption(options: Arguments['options'], key: string): number | undefined {
  const value = options[key];
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value))) return value;
  throw new TypeError(`${key} must be a whole number`);
}

/** A yes/no option; undefined when absent. */
export function flagOption(options: Arguments['options'], key: string): boolean | undefined {
  const value = options[key];
  if (value === undefined || typeof value === 'boolean') return value;
  throw new TypeError(`${key} must be true or false`);
}
