/**
 * What somebody asked for cannot be done, in words for them: no fault of the program, so there is nothing to report. Told by
 * its name, for each bundle has a class of its own.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Whether its message is all there is to say. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
