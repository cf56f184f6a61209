import type { Uri } from 'vscode';
import { optionsOf, type CommandOptions } from '../../src/features/commandOptions';
import { readArguments, type Arguments } from '../../src/features/readArguments';
import type { Subject } from '../../src/tree/node';
import { idOf } from './idOf';

/** What a command is handed besides rows of the tree: options, a row of the history, the address of a document. */
type Given = CommandOptions | { readonly entryId: string } | Pick<Uri, 'scheme' | 'path'>;

/**
 * Calls a command as VS Code does, through the same reading: an option that it does not have is refused here too, and so is
 * to look for one, which nobody could give.
 */
export async function call<Context, Result>(
  command: (context: Context, args: Arguments) => Promise<Result>,
  context: Context,
  given: Given = {},
): Promise<Result> {
  const id = idOf(command);
  const args = readArguments(id, [given]);
  // A path is also handed over by a button over a document.
  const known: readonly string[] = ['interactive', 'path', ...(optionsOf[id] ?? [])];
  const options = new Proxy(args.options, {
    get(read, name): unknown {
      if (typeof name === 'string' && !known.includes(name))
        throw new Error(`${id} looks for ${name}: no option of it`);
      return Reflect.get(read, name);
    },
  });
  return command(context, { ...args, options });
}

/** Calls it as code does that answers beforehand and wants no review. */
export function byCode<Context, Result>(
  command: (context: Context, args: Arguments) => Promise<Result>,
  context: Context,
  options: CommandOptions = {},
): Promise<Result> {
  return call(command, context, { ...options, confirm: false });
}

/** What a command is called with from the menu of rows, the clicked one first. */
export function onRows(...subjects: readonly Subject[]): Arguments {
  return { subjects, options: {}, isProgrammatic: false };
}
