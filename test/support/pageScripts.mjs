// What runs inside the page. JavaScript, so that the browser's types stay out of the project's own.

/** @typedef {{ text: string, level: number, isExpanded: boolean | undefined, isSelected: boolean, accessibleName: string }} TreeRow */

/**
 * All rows in one go: the tree redraws while it is read.
 * @returns {TreeRow[]}
 */
export function readTreeRows(elements) {
  return elements
    .map((element) => ({ element, top: element.getBoundingClientRect().top }))
    .sort((a, b) => a.top - b.top)
    .map(({ element }) => {
      const expanded = element.getAttribute('aria-expanded');
      return {
        text: ['.label-name', '.label-description']
          .map((part) => element.querySelector(part)?.textContent.replaceAll(/\s+/g, ' ').trim())
          .filter(Boolean)
          .join(' '),
        level: Number(element.getAttribute('aria-level')),
        isExpanded: expanded === null ? undefined : expanded === 'true',
        isSelected: element.getAttribute('aria-selected') === 'true',
        accessibleName: element.getAttribute('aria-label') ?? '',
      };
    });
}

/** @returns {Promise<string>} */
export function readClipboard() {
  return navigator.clipboard.readText();
}

/** @returns {Promise<void>} */
export function writeClipboard(text) {
  return navigator.clipboard.writeText(text);
}

/**
 * What a screen reader says of each element.
 * @returns {string[]}
 */
export function readAccessibleNames(elements) {
  return elements.map((element) => element.getAttribute('aria-label') ?? '');
}

/** Counts what the browser says came from a mouse. Keys make clicks as well: those have no detail. */
export function countMouse() {
  if (globalThis.mouseCount === undefined) {
    for (const type of ['pointerdown', 'mousedown', 'click', 'auxclick', 'wheel']) {
      const count = ({ isTrusted, detail }) => {
        if (isTrusted && !(type === 'click' && detail === 0)) globalThis.mouseCount++;
      };
      globalThis.addEventListener(type, count, { capture: true, passive: true });
    }
  }
  globalThis.mouseCount = 0;
}

/** @returns {number} */
export function readMouseCount() {
  return globalThis.mouseCount;
}

/** Until what a key did is on the screen. */
export function untilDrawn() {
  return new Promise((resolve) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve)));
}

/** True when keys go to a page within the page: to a drawn document. */
export function isPageWithinFocused() {
  return globalThis.document.activeElement?.matches('iframe.webview') === true;
}

/** Marks an element, to know it again. */
export function mark(element) {
  element.setAttribute('data-mark', 'old');
}

/**
 * What axe finds on a page, a line for each rule, with the first elements that break it.
 * @param {Element} _root
 * @param {string} source of axe
 * @returns {Promise<string[]>}
 */
export async function runAxe(_root, source) {
  if (globalThis.axe === undefined) globalThis.eval(source);
  const { violations } = await globalThis.axe.run(globalThis.document.body);
  const first = (nodes) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`);
  return violations.map(({ id, nodes }) => `${id}: ${first(nodes).join(' | ')}`);
}
