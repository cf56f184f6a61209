import fc from 'fast-check';

/** A body as the service or somebody on the way may write it. */
export interface Sample {
  readonly text: string;
}

/** What readers stumble over. */
const stones = [
  ...['{', '}', '[', ']', '"', ',', ':', '\\', '\\u0000', '\ud800', '\u202e', 'null', 'true', '-1', '1e999', 'NaN'],
  ...['"__proto__":', '"constructor":', '"errorCode":"constructor",', '"returnCode":"toString",', '"totalRows":1e12,'],
  ...[
    '<',
    '>',
    '</',
    '<a ',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE a [',
    '<script>',
    '&',
    '&amp;',
    '&#x110000;',
    '\0',
    '\ufeff',
  ],
  ...['['.repeat(5_000), '{"a":'.repeat(2_000), '<a>'.repeat(2_000), 'x'.repeat(20_000), ' '.repeat(20_000)],
];

/** Samples cut, spliced and filled with what readers stumble over, or of which one value is another; with echoes of `echoed`. */
export function mutatedBody(samples: readonly Sample[], echoed: readonly string[]): fc.Arbitrary<string> {
  const sample = fc.constantFrom(...samples.map(({ text }) => text));
  const piece = fc.oneof(fc.constantFrom(...stones, ...echoed), fc.string({ unit: 'binary', maxLength: 8 }));
  const edit = fc.record({ at: fc.nat(5_000), remove: fc.oneof(fc.nat(8), fc.nat(2_000)), piece });
  const spliced = fc.tuple(sample, fc.array(edit, { maxLength: 6 })).map(([text, edits]) =>
    edits.reduce((body, { at, remove, piece: inserted }) => {
      const start = at % (body.length + 1);
      return body.slice(0, start) + inserted + body.slice(start + remove);
    }, text),
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...echoed, 'x'.repeat(5_000)));
  const json = fc.constantFrom(...samples.map(({ text }) => text).filter((text) => text.startsWith('{')));
  const replaced = fc
    .tuple(json, fc.array(fc.record({ at: fc.nat(500), value, isGone: fc.boolean() }), { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((body, { at, value: put, isGone }) => change(body, at, put, isGone), text),
    );
  return fc.oneof(spliced, replaced);
}

/** The document with its `at`th value (counted round and round) replaced or left out. */
function change(text: string, at: number, value: unknown, isGone: boolean): string {
  let count = 0;
  JSON.parse(text, (_name, old: unknown) => {
    count++;
    return old;
  });
  let index = 0;
  const changed: unknown = JSON.parse(text, (_name, old: unknown) => {
    const isIt = index++ === at % count;
    return isIt ? (isGone ? undefined : value) : old;
  });
  return changed === undefined ? '{}' : JSON.stringify(changed);
}
