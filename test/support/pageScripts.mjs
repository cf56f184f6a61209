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
