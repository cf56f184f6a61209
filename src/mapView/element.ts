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

/** Makes a button that does something when it is pressed. */
export function button(
  attributes: Readonly<Partial<Record<string, string | number | boolean>>>,
  onPress: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onPress);
  return made;
}

/** Of a group that is one stop of the key Tab, makes this element the stop. */
export function rove(group: HTMLElement, stop: Element | null | undefined): void {
  for (const one of group.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
  stop?.setAttribute('tabindex', '0');
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
