/** Makes an element with attributes and what is in it. Text is text: nothing is ever read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Partial<Record<string, string | number | boolean>>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Puts values in the place of `{0}`, `{1}` …, as l10n.t does on the other side. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

/** True when the page has the keyboard and none of its elements does: who comes to it by keyboard may be put somewhere. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return document.hasFocus() && (activeElement === body || activeElement === null);
}
