/** Tags that messages made for the console and error pages of proxies use. Others stay: `<field>` in a message is no tag. */
const tags =
  'a|b|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|link|meta|ol|p|pre|small|span|strong|table|tbody|td|th|title|tr|u|ul';
const knownTag = new RegExp(`<(/?)(${tags})(?=\\s|/?>)`, 'iy');
const block = /^(?:p|div|li|tr|h[1-6]|title)$/i;
const doctype = /<!doctype/iy;
const hidden = /<(script|style)\b/iy;
const entity = /&(lt|gt|amp|quot|nbsp|#39);/g;
const characters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
]);

/**
 * Message text without HTML: known tags removed, `<br>` and block ends as line breaks, the common entities decoded once.
 * One pass, and no end is looked for twice: a regular expression for a tag takes seconds for 200 kB of `<a `.
 */
export function stripHtml(text: string): string {
  return removeTags(text)
    .replace(entity, (whole, name: string) => characters.get(name) ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function removeTags(text: string): string {
  const next = createFinder(text);
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    kept.push(text.slice(at, open));
    const tag = readTag(text, open, next);
    kept.push(tag ? tag.instead : '<');
    at = tag ? tag.end : open + 1;
  }
  return [...kept, text.slice(at)].join('');
}

type Finder = (what: string, from: number) => number;

/** What stands at a `<`: where it ends, and what takes its place. Undefined when it is text. */
function readTag(text: string, open: number, next: Finder): { end: number; instead: string } | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = open;
    return pattern.exec(text);
  };
  const until = (what: string, instead = ''): { end: number; instead: string } | undefined => {
    const found = next(what, open);
    return found < 0 ? undefined : { end: found + what.length, instead };
  };
  if (text.startsWith('<!--', open)) return until('-->');
  if (match(doctype)) return until('>');
  const hides = match(hidden)?.[1];
  if (hides) return until(`</${hides.toLowerCase()}>`);
  const [tag, slash, name = ''] = match(knownTag) ?? [];
  if (tag === undefined) return undefined;
  return until('>', /^br$/i.test(name) || (slash && block.test(name)) ? '\n' : '');
}

/** Finds the next of several ends without regard to case. Positions are kept: they are asked for from left to right. */
function createFinder(text: string): Finder {
  const found = new Map<string, number>();
  return (what, from) => {
    const last = found.get(what);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const pattern = new RegExp(what, 'gi');
    pattern.lastIndex = from;
    const position = pattern.exec(text)?.index ?? -1;
    found.set(what, position);
    return position;
  };
}
