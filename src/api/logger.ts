/** What the code of the core needs of a log. Nothing secret may be passed: see redact.ts. */
export interface Logger {
  trace(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What the log says of something thrown that nobody expected: where it came from, as far as it tells. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
