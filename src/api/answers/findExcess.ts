import { limits } from '../limits';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

const tooDeep = 'the answer is nested too deeply';

/**
 * A JSON text as its value, or why it is too much to parse. JSON.parse cannot be stopped and makes objects of every value: 8 MB of
 * `{},` took 0.7 s and 355 MB, 8 MB of `[` 0.9 s and 318 MB. Looking at each character costs as much as parsing, so it is done
 * only for texts longer than a page, and there only where a count of the separators, strings included, does not tell that there are
 * few values. Whoever walks the value minds its depth. Throws a SyntaxError.
 */
export function parseJson(text: string): { readonly value: unknown } | { readonly excess: string } {
  const isHarmless = text.length <= limits.shortAnswer || hasFewValues(text);
  const excess = isHarmless ? undefined : findJsonExcess(text);
  return excess === undefined ? { value: JSON.parse(text) as unknown } : { excess };
}

/** Each value follows a comma or an opening bracket, and each name too: at most twice as many are counted below. */
function hasFewValues(text: string): boolean {
  let left = limits.answerValues / 2;
  for (const separator of [',', '{', '[']) {
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) if (--left < 0) return false;
  }
  return true;
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
 * The same for XML, which the service sends only where it overlooks that JSON is asked for: the parser takes 0.2 s for 1 MB
 * of rows and 3 to 6 µs for an element.
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
