/** Thrown before any call when a profile may only read. */
export class ReadOnlyError extends Error {
  readonly isReadOnlyProfile = true;

  constructor() {
    super('This profile may only read.');
    this.name = 'ReadOnlyError';
  }
}
