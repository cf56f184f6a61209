import { findXmlExcess, parseJson } from './findExcess';

/**
 * A body by what it is, whatever its content type said (JSON is seen under text/plain, errors come as HTML). `excess` says
 * why JSON or XML was too much to parse.
 */
export type Body =
  | { readonly form: 'json' | 'xml'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly form: 'html' | 'text'; readonly text: string; readonly excess?: string }
  | { readonly form: 'empty' };

/** Reads a body by its content. Broken JSON or XML (a cut-off answer) is `text`. The XML parser is loaded by the first XML answer. */
export async function readBody(raw: string): Promise<Body> {
  const text = raw.trim();
  if (text === '') return { form: 'empty' };
  if (/^<(!doctype\s+html|html)[\s>]/i.test(text)) return { form: 'html', text };
  const excess = text.startsWith('<') ? findXmlExcess(text) : undefined;
  if (excess !== undefined) return { form: 'text', text, excess };
  try {
    if (text.startsWith('{')) {
      const parsed = parseJson(text);
      if ('excess' in parsed) return { form: 'text', text, excess: parsed.excess };
      return { form: 'json', value: parsed.value as Record<string, unknown> };
    }
    if (text.startsWith('<')) {
      const { parseXml } = await import('./parseXml');
      const value = parseXml(text);
      if (isRecord(value)) return { form: 'xml', value };
    }
  } catch {
    // Falls through: what cannot be parsed is shown as the text it is.
  }
  return { form: 'text', text };
}

/** True for objects that are no arrays. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
