import { parseArgs } from 'node:util';
import { l10n } from 'vscode';
import { printable } from '../text/printable';
import type { Command } from './command';
import { CommandError } from './commandError';
import { commandTable } from './commandTable';
import { commonOptions, options, type OptionName, type OptionValues } from './options';

/** What was typed: a command with what it takes, or a wish for the help or the version. */
export interface CommandLine {
  readonly command: Command | undefined;
  readonly files: readonly string[];
  readonly options: OptionValues;
}

/** Reads the arguments behind the program's name. Throws CommandError, with the way to the help. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [name, ...rest] = words;
  const command = commandTable.find((one) => one.name === name);
  if (name !== undefined && !command && name !== 'help') {
    throw wrong(l10n.t('There is no command “{0}”.', printable(name)));
  }
  const allowed: readonly OptionName[] = command
    ? [...command.options, ...commonOptions]
    : [...commonOptions, 'version'];
  const values = new Map<OptionName, string | boolean>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = allowed.find((one) => one === token.name);
    if (!known) throw wrong(unknownOption(token.rawName, command), command);
    const takesValue = options[known].type === 'string';
    if (takesValue && !token.value) throw wrong(l10n.t('{0} needs a value.', token.rawName), command);
    // A forgotten value: `--region --json`.
    if (takesValue && !token.inlineValue && token.value?.startsWith('-')) {
      throw wrong(l10n.t('{0} needs a value.', token.rawName), command);
    }
    if (!takesValue && token.value !== undefined) throw wrong(l10n.t('{0} takes no value.', token.rawName), command);
    values.set(known, token.value ?? true);
  }
  const given = Object.fromEntries(values) as OptionValues;
  const helpOf = name === 'help' ? commandTable.find((one) => one.name === rest[0]) : undefined;
  if (name === 'help' && rest[0] !== undefined && !helpOf) {
    throw wrong(l10n.t('There is no command “{0}”.', printable(rest[0])));
  }
  if (name === 'help') return { command: helpOf, files: [], options: { ...given, help: true } };
  if (command && !given.help) {
    if (command.takesFiles && rest.length === 0) throw wrong(l10n.t('Name at least one file.'), command);
    const tooMany = command.takesFiles ? undefined : rest[command.argument === undefined ? 0 : 1];
    if (tooMany !== undefined) {
      const text =
        command.argument === undefined
          ? l10n.t('“{0}” takes no files: {1}.', command.name, printable(tooMany))
          : l10n.t('“{0}” takes one {1}.', command.name, command.argument);
      throw wrong(text, command);
    }
  }
  return { command, files: rest, options: given };
}

function unknownOption(rawName: string, command: Command | undefined): string {
  const shown = printable(rawName);
  return command ? l10n.t('“{0}” has no option {1}.', command.name, shown) : l10n.t('There is no option {0}.', shown);
}

function wrong(message: string, command?: Command): CommandError {
  const help = ['ncloud-ip', ...(command ? [command.name] : []), '--help'].join(' ');
  return new CommandError([`${message} ${l10n.t('See {0}.', help)}`]);
}
