/** What the code of the core needs of a log. Nothing secret may be passed: see redact.ts. */
export interface Logger {
  trace(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
