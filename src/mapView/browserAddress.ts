/*
 * What src/model/address needs of Node and of ipaddr.js, for the few forms that a page meets. esbuild.js puts this in their
 * place: the library would be a third of the page, and a page with 65,536 addresses asks often.
 */

/** As `node:net` has it: four decimal numbers with dots and nothing else. */
export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => String(Number(part) & 255) === part);
}

const textOf = (value: number): string =>
  `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
const ipaddr = { IPv4: { parse: (value: string) => ({ toString: () => textOf(Number(value)) }) } };
export { ipaddr as default };
