import { printable } from './printable';

/** What cannot be taken for a part of a sentence, as a pattern: NAVER Cloud itself gives servers and interfaces no other names. */
export const word = String.raw`[\p{L}\p{M}\p{N}._-]+`;

const oneWord = new RegExp(`^${word}$`, 'u');

/** Whether a text is one word that shows all there is of it. */
export function isWord(text: string): boolean {
  return oneWord.test(text) && printable(text) === text;
}
