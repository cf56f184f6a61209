/** Whatever looks like an address in a text. A run of digits is looked at once, however long it is. */
export function writtenAddresses(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}/g));
}
