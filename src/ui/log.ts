import { window, type LogOutputChannel } from 'vscode';

/** The extension's one log channel. Levels follow VS Code's own setting. Disposed last, so that every farewell is written. */
export function createLog(): LogOutputChannel {
  return window.createOutputChannel('NAVER Cloud IP', { log: true });
}
