import { XMLParser } from 'fast-xml-parser';

/** Text stays text: ids and codes are strings. Entity limits count ordinary `&amp;` too, so they are raised with the answer's size. */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  htmlEntities: true,
  processEntities: { maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

/** The document as plain objects: repeated elements are arrays, empty ones `""`. Throws on anything not well-formed or with a DOCTYPE. */
export function parseXml(text: string): unknown {
  // No answer of the service has one, and its entities could expand without end.
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('XML with a DOCTYPE');
  // Without validation the parser completes cut-off documents silently; the package that replaces it is one more dependency.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return parser.parse(text, true);
}
