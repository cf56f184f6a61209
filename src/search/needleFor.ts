import type { Field } from './hit';

/** Case, and Hangul typed as letters instead of syllables (as macOS file names have it), make no difference. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('\n', ' ');
}

const pairs = /^[0-9a-f]{1,2}(?:[:-][0-9a-f]{2})*(?:[:-][0-9a-f]?)?$/;
const dottedQuads = /^[0-9a-f]{4}(?:\.[0-9a-f]{4})*\.[0-9a-f]{0,4}$/;

/** What a folded text looks for in a property; undefined when it cannot stand there, so the property is not searched. */
export function needleFor(field: Field, text: string): string | undefined {
  switch (field) {
    case 'address':
      // An address with its prefix, as `ip addr` prints it, is the address.
      return text.split('/')[0];
    case 'mac':
      if (dottedQuads.test(text)) return text.replaceAll('.', '');
      return pairs.test(text) || /^[0-9a-f]+$/.test(text) ? text.replaceAll('-', ':') : undefined;
    case 'publicIp':
      return /^[\d.]+$/.test(text) ? text : undefined;
    case 'number':
      return /^\d+$/.test(text) ? text : undefined;
    case 'cidr':
      return /^[\d./]+$/.test(text) ? text : undefined;
    default:
      return text;
  }
}
