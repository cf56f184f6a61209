import { printable } from './printable';

/**
 * A text for what VS Code draws itself: messages, progress, quick inputs, the status bar. There `[x](command:y)` becomes a
 * link that runs a command and `$(x)` an icon, whoever wrote it; a blank in the middle leaves both to be read.
 */
export function inert(text: string, most = 900): string {
  return printable(text, most).replaceAll('](', '] (').replaceAll('$(', '$ (');
}
