import type { Clock } from '../change/applyDeps';

/** Where a command reads and writes. Results go to standard output, everything else to standard error. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Files are named from here. */
  readonly cwd: string;
  readonly clock: Clock;
  /** A person sits there: progress is shown and questions are asked. */
  readonly isInteractive: boolean;
  /** Aborted by Ctrl+C or a stop from outside. */
  readonly signal: AbortSignal;
  /** A part of the result. */
  write(text: string): void;
  /** A line of what is to be known beside it. */
  tell(line: string): void;
  /** What is being done, on a line that the next one takes the place of; only where a person sits. */
  progress(line: string | undefined): void;
  /** What is typed, without blanks around it; undefined at the end of the input. */
  ask(question: string): Promise<string | undefined>;
  /** Standard input, as far as a little over so many bytes. Rejects when it is stopped. */
  readInput(atMost: number): Promise<Uint8Array>;
}
