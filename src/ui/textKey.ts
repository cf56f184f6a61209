import { hash } from 'node:crypto';

/**
 * The name that a text has in the packaged files of the other languages: four characters of what it hashes to. By the English
 * texts themselves, as VS Code has them, every language would ship these again. The build refuses two texts of one name.
 */
export function keyOf(text: string): string {
  return hash('sha1', text, 'base64url').slice(0, 4);
}
