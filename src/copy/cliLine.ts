import type { ApiCall } from './apiCall';
import { quoteWord } from './quoteWord';

/** A line for NAVER Cloud's command-line tool: `ncloud vserver …`, lists as words after one flag. */
export function cliLine({ action, parameters }: ApiCall): string {
  const flags = Object.entries(parameters).flatMap(([name, value]) => [
    `--${name}`,
    ...[value].flat().map((word) => quoteWord(word)),
  ]);
  return ['ncloud', 'vserver', action, ...flags, '--output', 'json'].join(' ');
}
