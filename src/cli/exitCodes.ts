/** What the process ends with. */
export const exitCodes = {
  ok: 0,
  /** Of the file, the keys or the wire; the change did not happen, or not all of it. */
  error: 1,
  /** `plan` and `drift`: the network is not as the files say. */
  changes: 2,
  /** Ctrl+C, as shells count it. */
  interrupted: 130,
} as const;
/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
