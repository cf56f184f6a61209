import { limits } from '../limits';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

const tooDeep = 'the answer is nested too deeply';

/**
 * A JSON text as its value, or why it is too much to parse or to walk. JSON.parse cannot be stopped and makes objects of every
 * value: 8 MB of `{},` took 0.7 s and 355 MB, 8 MB of `[` 0.9 s and 318 MB, and whatever walks that depth afterwards runs
 * out of stack. Looking at each character costs as much as parsing, so it is done only where a count of the separators, strings
 * included, does not tell that there are few values. Throws a SyntaxError.
 */
export function parseJson(text: string): { readonly value: unknown } | { readonly excess: string } {
  const excess = hasFewValues(text) ? undefined : findJsonExcess(text);
  if (excess !== undefined) return { excess };
  const value: unknown = JSON.parse(text);
  return isDeeper(value, limits.answerDepth) ? { excess: tooDeep } : { value };
}

/** Each value follows a comma or an opening bracket, and each name too: at most twice as many are counted below. */
function hasFewValues(text: string): boolean {
  let left = limits.answerValues / 2;
  for (const separator of [',', '{', '[']) {
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) if (--left < 0) return false;
  }
  return true;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeper(item, levels - 1));
  for (const name in value) if (isDeeper((value as Readonly<Record<string, unknown>>)[name], levels - 1)) return true;
  return false;
}

/** Why a JSON text is too much to parse; undefined when it is not. Makes nothing. */
export function findJsonExcess(text: string): string | undefined {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at + 1);
        break;
      case openBracket:
      case openBrace:
        values++;
        if (++depth > limits.answerDepth) return tooDeep;
        break;
      case closeBracket:
      case closeBrace:
        depth--;
        break;
      case comma:
      case colon:
        values++;
        break;
    }
    if (values > limits.answerValues) return 'the answer holds too many values';
  }
  return undefined;
}

/**
 * The same for XML, which the service sends only where it overlooks that JSON is asked for: the parser takes 0.3 s for 1 MB
 * of rows and 5 to 15 µs for an element.
 */
export function findXmlExcess(text: string): string | undefined {
  if (text.length > limits.xmlLength) return 'the answer is too long for XML';
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (++tags > limits.xmlTags) return 'the answer holds too many values';
  }
  return undefined;
}

/** Position of the closing quotation mark, or the end of a text that has none. `indexOf` passes over long strings at once. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (at - escapes > start && text.charCodeAt(at - escapes - 1) === backslash) escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
