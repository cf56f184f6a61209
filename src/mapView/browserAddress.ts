/*
 * What src/model/address needs of Node and of ipaddr.js, for the few forms that a page meets. esbuild.js puts this in their
 * place. The library is one CommonJS file, of which nothing can be left out: with it the script of a map takes 53,500 bytes
 * of 40,000 that it may have, and that of an overview 32,000 of 20,000. test/unit/map/browserAddress.test.ts holds this to
 * what the library and Node say.
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
