import { macNeedle } from '../model/fold';
import type { Field } from './hit';

/** What a folded text looks for in a property; undefined when it cannot stand there, so the property is not searched. */
export function needleFor(field: Field, text: string): string | undefined {
  switch (field) {
    case 'address':
      // An address with its prefix, as `ip addr` prints it, is the address.
      return text.split('/')[0];
    case 'mac':
      return macNeedle(text);
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
