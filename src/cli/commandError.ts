/** What ends a command, in lines for the user: each one finding. Told without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly lines: readonly string[],
    /** Each line begins with its place in a file. */
    readonly hasPlaces = false,
  ) {
    super(lines.join('\n'));
  }
}
