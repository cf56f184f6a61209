import type { ExitCode } from './exitCodes';
import type { OptionName, OptionValues } from './options';
import type { Terminal } from './terminal';

/** What a command is called with. */
export interface Call {
  readonly terminal: Terminal;
  /** As given: at least one where the command takes files; the argument of a command that takes one. */
  readonly files: readonly string[];
  readonly options: OptionValues;
  /** Of the program. */
  readonly version: string;
}

/** Carries a command out. Throws CommandError and what the core throws. */
export type Run = (call: Call) => Promise<ExitCode>;

/** A row of the table of commands: what is known of one before it is loaded. */
export interface Command {
  readonly name: string;
  readonly takesFiles: boolean;
  /** What stands in the help for the one argument that it may be given, where it takes no files. */
  readonly argument?: string;
  readonly options: readonly OptionName[];
  /** One sentence for the list of commands. */
  readonly summary: () => string;
  readonly open: () => Promise<Run>;
}
