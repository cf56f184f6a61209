import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { l10n } from 'vscode';
import type { Logger } from '../../api/logger';
import { createRedact } from '../../api/redact';
import { CommandError } from '../commandError';
import type { OptionValues } from '../options';
import type { Terminal } from '../terminal';

/** The log of a run, a line each, without the keys: to the file of `--log`, with `--verbose` to standard error. */
export function openLog(
  terminal: Terminal,
  { log: name, verbose }: Pick<OptionValues, 'log' | 'verbose'>,
  secrets: readonly string[],
): Logger {
  const redact = createRedact(secrets);
  const file = name === undefined ? undefined : path.resolve(terminal.cwd, name);
  const write = (level: string) => (message: string) => {
    if (file === undefined && !verbose) return;
    const line = `${new Date(terminal.clock.now()).toISOString()} ${level.padEnd(5)} ${redact(message).replaceAll('\n', ' ')}`;
    if (verbose) terminal.tell(line);
    if (file === undefined) return;
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      throw new CommandError([l10n.t('Could not write the log to {0}.', name ?? '')]);
    }
  };
  const log = { trace: write('trace'), info: write('info'), warn: write('warn'), error: write('error') };
  // A log that cannot be written is told before anything is sent.
  log.info('ncloud-ip');
  return log;
}
