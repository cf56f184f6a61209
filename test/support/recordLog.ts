import type { Logger } from '../../src/api/logger';

export interface RecordedLog extends Logger {
  /** `level message`, in order. */
  readonly lines: readonly string[];
}

/** A log that remembers. */
export function recordLog(): RecordedLog {
  const lines: string[] = [];
  const at = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  return { lines, trace: at('trace'), info: at('info'), warn: at('warn'), error: at('error') };
}
