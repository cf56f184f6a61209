import { XMLBuilder } from 'fast-xml-parser';
import { unconfirmed } from '../unconfirmed';

// eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor would be one more package for the same writer
const builder = new XMLBuilder({ format: true, indentBy: '  ', suppressEmptyNode: true });

/** In XML the documented examples begin with these, in JSON they end with them. */
const leading = ['requestId', 'returnCode', 'returnMessage'];

/** The same document as formatJson's in the service's default form: lists wrap items named in the singular. */
export function formatXml(document: object): string {
  const roots = Object.entries(document).map(([root, content]) => [root, reorder(shape(content))] as const);
  const body = builder.build(Object.fromEntries(roots));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body.trimEnd()}`;
}

/** What a document in XML 1.0 may not hold, not even escaped. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function shape(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unwritable, unconfirmed.xmlReplacement);
  if (typeof value !== 'object' || value === null) return value ?? '';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.map(([name, field]) => [name, Array.isArray(field) ? list(name, field) : shape(field)]),
  );
}

function list(name: string, items: readonly unknown[]): unknown {
  return items.length === 0 ? '' : { [unconfirmed.xmlItemName(name)]: items.map(shape) };
}

function reorder(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return content;
  const fields = new Map(Object.entries(content));
  const first = leading.flatMap((name) => (fields.has(name) ? [[name, fields.get(name)] as const] : []));
  return Object.fromEntries([...first, ...fields]);
}
