import { limits } from '../limits';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Why a JSON text is too much to parse; undefined when it is not. JSON.parse cannot be stopped and makes objects of every
 * value: 8 MB of `{},` took 0.7 s and 355 MB, 8 MB of `[` 0.9 s and 318 MB, and whatever walks that depth afterwards runs
 * out of stack. This look costs 3 to 5 ms per MB and makes nothing.
 */
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
        if (++depth > limits.answerDepth) return 'the answer is nested too deeply';
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
