/*
 * What src/model/address needs of Node and of ipaddr.js, done by what every browser has: the host of a URL is an IPv4 address
 * in any form, and comes out as four decimal numbers (https://url.spec.whatwg.org/#concept-ipv4-parser). esbuild.js puts
 * this in their place: the library would be a third of the page.
 */

const hostOf = (text: string): string => new URL(`http://${text}`).hostname;

/** As `node:net` has it: four decimal numbers with dots and nothing else. */
export function isIPv4(text: string): boolean {
  return /^\d[\d.]+\d$/.test(text) && URL.canParse(`http://${text}`) && hostOf(text) === text;
}

const ipaddr = { IPv4: { parse: (text: string) => ({ toString: () => hostOf(text) }) } };
export { ipaddr as default };
