import { expect } from 'vitest';
import { renderPreview } from './renderPreview.mjs';

const command = 'command:ncloudIp.unassignSecondaryIps?%5B%7B%22confirm%22%3Afalse%7D%5D';

/** What somebody may have put into a name, a description, a message of the service or a link. */
export const hostileTexts = {
  'a link that runs a command': `[production](${command})`,
  'the definition of a link': `x\n[x]: ${command}`,
  'a link by reference': '[a][x] [x]',
  'a link in brackets': `<${command}> <https://evil.test>`,
  'an image of the web': '![p](https://evil.test/p.png)',
  'an image in HTML': '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'a link in HTML': `<a href="${command}">production</a> <a href='${command}'>x</a> <img src="command:a.b">`,
  'a bare address': 'https://evil.test/a www.evil.test me@evil.test file:///etc/passwd',
  'an address without its scheme': 'see //evil.test/a',
  'an icon': '$(bug) $(sync~spin)',
  'a colour of the terminal': '\u001b[31mred\u001b[0m\u009b1m \u001b]0;title\u0007',
  'a line break': 'web\n2026-01-01 [info] all is well\r\n# forged\u2028x',
  'a text that runs backwards': 'web\u202e10-\u2066x\u200b',
  'ten thousand characters': 'x'.repeat(10_000),
  'ten thousand links': '[a](command:b)'.repeat(700),
  code: '`x` ```\n```\n[x](command:y)\n````',
  'cells of a table': 'a | b \\| c',
  'a heading and a rule': '# big\n---\n> quote\n1. one\n- two',
  'a backslash before a link': `\\[x\\](${command}) \\`,
  entities: '&lt;b&gt; &#91;x&#93;(command:y)',
  'a formula of a spreadsheet': "=cmd|' /C calc'!A1",
  'a formula further on': ' ;@SUM(A1);+1;-1',
  'commands of a shell': '$(reboot) `reboot` \'; reboot; " & reboot | x',
  'half a character': 'a\ud800b',
  'the name of a method': 'constructor',
} as const;

/** Each hostile text under its name, for `it.each`. */
export const hostileRows = Object.entries(hostileTexts);

/** As VS Code finds links in a message or a prompt (vs/base/common/linkedText.ts): any scheme here, to be strict. */
const linkInMessage = /\[[^\]]+\]\(/;
const iconInLabel = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
/** VS Code's own limit for a message: what comes after is not seen. */
const mostOfMessage = 1_000;

/** One line of VS Code's own surface: no link, no icon, nothing that has no look, and short enough to be seen whole. */
export function expectInert(text: string): void {
  expect(text).not.toMatch(linkInMessage);
  expect(text).not.toMatch(iconInLabel);
  expect(text).not.toMatch(unseen);
  expect(text.length).toBeLessThanOrEqual(mostOfMessage);
}

/** Lines that we wrote ourselves, each as {@link expectInert} wants it. */
export function expectInertLines(text: string): void {
  for (const line of text.split('\n')) expectInert(line);
}

/** A text without control and format characters, but for the line breaks that we wrote. */
export function expectPrintable(text: string): void {
  expect(text.replaceAll('\n', '')).not.toMatch(unseen);
}

/** What makes a link in an editor with Markdown in it: VS Code looks at the text, not at what a parser makes of it. */
const linksInEditor = [
  ['text and target', /\]\(/],
  ['text and reference', /(?<!\\)\]\[/],
  ['a definition', /^[\t ]*(?<!\\)\[[^\]]+\]:/m],
  ['brackets', /(?<!\\)<\w+:[^>\s]+>/],
  // Its language server reads tags out of the text as it stands: a backslash does not stop it, code neither.
  ['a tag', /<[\w/!]/],
] as const;

/**
 * A Markdown document in which nothing from outside acts: not in the editor, where it is read, and not in the preview. `own`
 * are addresses of ours that it may name.
 */
export function expectNothingActs(text: string, own: readonly string[] = []): void {
  expectPrintable(text);
  for (const [what, link] of linksInEditor) expect(text, what).not.toMatch(link);
  const foreign = own.reduce((rest, address) => rest.replaceAll(address, ''), text);
  expect(foreign, 'an address').not.toMatch(/(?:https?|file|command):\/\//);
  const html = renderPreview(text);
  expect(html).not.toMatch(/<(?:a|img|script|hr|blockquote|del|s)\b/);
  // Only what came of Markdown is a tag: a tag that was written is shown as it is.
  expect(html).not.toMatch(/<(?!\/?(?:h[1-4]|p|ul|ol|li|pre|code|strong|em|br|table|thead|tbody|tr|th|td)\b)/);
}
