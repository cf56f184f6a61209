import { l10n } from 'vscode';
import type { Command } from './command';
import { CommandError } from './commandError';
import { exitCodes, type ExitCode } from './exitCodes';
import { chooseLanguage, languages, loadLanguage } from './language';
import { readCommandLine } from './readCommandLine';
import type { Terminal } from './terminal';

/** Runs the program with its arguments. Never rejects: every error becomes lines on standard error and exit code 1. */
export async function runCli(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  let command: Command | undefined;
  try {
    loadLanguage(chooseLanguage(languageAmong(args), terminal.env) ?? 'en');
    const line = readCommandLine(args);
    command = line.command;
    const { files, options } = line;
    if (chooseLanguage(options.lang, terminal.env) === undefined) {
      throw new CommandError([l10n.t('{0} is one of {1}.', '--lang', languages.join(', '))]);
    }
    if (options.version) {
      terminal.write(`${version}\n`);
      return exitCodes.ok;
    }
    if (options.help || !command) {
      const { helpText } = await import('./helpText');
      if (!command && args.length === 0) terminal.tell(helpText().trimEnd());
      else terminal.write(helpText(command));
      return args.length === 0 ? exitCodes.error : exitCodes.ok;
    }
    const run = await command.open();
    return await run({ terminal, files, options, version });
  } catch (error) {
    terminal.progress(undefined);
    if (terminal.signal.aborted) {
      terminal.tell(`ncloud-ip: ${l10n.t('Canceled.')}`);
      return exitCodes.interrupted;
    }
    const { failureLines } = await import('./failureText');
    const start = error instanceof CommandError && error.hasPlaces ? '' : 'ncloud-ip: ';
    for (const one of failureLines(error)) terminal.tell(`${start}${one}`);
    return exitCodes.error;
  }
}

/** Before the arguments are read, as what is wrong with them is told in it too. */
function languageAmong(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
}
