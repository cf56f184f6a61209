/** A piece of a text: from, up to but without, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece with what stands there. */
export interface Word extends Span {
  readonly text: string;
}

/** What is written instead of what stands there, or where nothing stands. */
export type TextEdit = Word;
