/** Parameters of an action by their wire name. Lists become `name.1`, `name.2`, …; undefined ones are left out. */
export type WireParameters = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/**
 * The parameters as `application/x-www-form-urlencoded` text, in the order given: a query and a form body alike.
 * Everything outside RFC 3986's unreserved set is percent-encoded, so no URL parser on the way finds anything to rewrite:
 * what is signed stays what is sent.
 */
export function encodeParameters(parameters: WireParameters): string {
  return Object.entries(parameters)
    .flatMap(([name, value]): [string, string][] => {
      if (value === undefined) return [];
      if (typeof value === 'object') return value.map((item, index) => [`${name}.${index + 1}`, item]);
      return [[name, String(value)]];
    })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** encodeURIComponent leaves `!'()*` as they are; URL parsers rewrite the apostrophe. Lone surrogates become U+FFFD instead of throwing. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
