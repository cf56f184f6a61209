import { parseXml as parse, XmlElement, XmlText } from '@rgrove/parse-xml';

/** The document as plain objects: repeated elements are arrays, empty ones `""`. Throws on anything not well-formed or with a DOCTYPE. */
export function parseXml(text: string): unknown {
  // No answer of the service has one, and its entities could expand without end.
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('XML with a DOCTYPE');
  const { root } = parse(text, { ignoreUndefinedEntities: true });
  return root && { [localName(root)]: valueOf(root) };
}

/** Its elements by name or, where it holds none, its text: ids and codes stay strings. Attributes carry nothing here. */
function valueOf(element: XmlElement): unknown {
  const elements = element.children.filter((child) => child instanceof XmlElement);
  if (elements.length === 0) return textOf(element).trim();
  const fields = new Map<string, unknown[]>();
  for (const child of elements) {
    const name = localName(child);
    const values = fields.get(name);
    if (values) values.push(valueOf(child));
    else fields.set(name, [valueOf(child)]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function textOf({ children }: XmlElement): string {
  return children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
}

/** Without the prefix of its namespace. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
