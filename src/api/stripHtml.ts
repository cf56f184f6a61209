/** Tags that messages made for the console and error pages of proxies use. Others stay: `<field>` in a message is no tag. */
const tags =
  'a|b|body|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|link|meta|ol|p|pre|small|span|strong|table|tbody|td|th|title|tr|u|ul';
const knownTag = new RegExp(`</?(?:${tags})(?:\\s[^>]*)?/?>`, 'gi');
const lineBreak = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|title)>/gi;
const unseen = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(script|style)\b[\s\S]*?<\/\1>/gi;
const entity = /&(lt|gt|amp|quot|nbsp|#39);/g;
const characters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
]);

/** Message text without HTML: known tags removed, `<br>` and block ends as line breaks, the common entities decoded once. */
export function stripHtml(text: string): string {
  return text
    .replace(unseen, '')
    .replace(lineBreak, '\n')
    .replace(knownTag, '')
    .replace(entity, (whole, name: string) => characters.get(name) ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
