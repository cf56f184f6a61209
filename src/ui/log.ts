import { window, type LogOutputChannel } from 'vscode';
import type { Logger } from '../api/logger';
import { printable } from '../text/printable';

/** The log as commands know it. */
export interface Log extends Logger, Pick<LogOutputChannel, 'dispose'> {
  show(): void;
}

/** What somebody wrote into a name or an answer does not fill the log. In characters. */
const longestLine = 4_000;

/**
 * The extension's one log channel. Levels follow VS Code's own setting. Each call is one line of it, printable: no text from
 * outside forges a second one. Disposed last, so that what is logged while other parts are disposed is still written.
 */
export function createLog(): Log {
  const channel = window.createOutputChannel('NAVER Cloud IP', { log: true });
  return {
    trace: (message) => channel.trace(printable(message, longestLine)),
    info: (message) => channel.info(printable(message, longestLine)),
    warn: (message) => channel.warn(printable(message, longestLine)),
    error: (message) => channel.error(printable(message, longestLine)),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
