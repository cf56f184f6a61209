import { cutText } from './answers/cutText';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** No secret is written in more characters than this. */
export const longestSecret = 512;

/** The start of a foreign text without secrets, and without the half of one that a cut could leave at its end. */
export function redactStart(text: string, length: number, redact: Redact): string {
  const isCut = text.length > length + longestSecret;
  const start = redact(cutText(text, length + longestSecret));
  const whole = isCut ? start.slice(0, Math.max(0, start.length - longestSecret)) : start;
  return cutText(whole, length);
}

/**
 * Removes every occurrence of the given secrets, also where an echo has percent-, JSON- or HTML-escaped them.
 * Made anew for every attempt: the signature is a secret too, it can be replayed for five minutes.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(writtenForms));
  // Longest first: a short form must not cut a piece out of a longer one.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((rest, form) => rest.replaceAll(form, '•••'), text);
}

function writtenForms(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const entity = (hex: boolean) => (character: string) =>
    `&#${hex ? 'x' : ''}${character.charCodeAt(0).toString(hex ? 16 : 10)};`;
  const special = /[+/=]/g;
  return [
    secret,
    encoded,
    encoded.replace(/%../g, (code) => code.toLowerCase()),
    secret.replaceAll('/', '\\/'),
    secret.replace(special, entity(false)),
    secret.replace(special, entity(true)),
    secret.replace(/[+/=]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ];
}
