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

/** The names of tabs of editors. @param {Element[]} elements @returns {(string | null)[]} */
export function readTabNames(elements) {
  return elements.map((element) => element.getAttribute('data-resource-name'));
}

/**
 * What the open question shows of itself and in one of its rows; undefined once the row or the question is gone.
 * @param {Element} row
 * @returns {string | undefined}
 */
export function readQuestion(row) {
  const widget = row.closest('.quick-input-widget');
  if (!widget || !row.checkVisibility()) return undefined;
  const { placeholder } = widget.querySelector('.quick-input-box input');
  const texts = ['.quick-input-title', '.quick-input-message'].map((part) => widget.querySelector(part)?.textContent);
  return JSON.stringify([...texts, placeholder, row.getAttribute('aria-label')]);
}

/** How a cell that has just changed moves, as the browser draws it. @param {Element} cell @returns {string} */
export function motionOfNews(cell) {
  const isNews = cell.classList.contains('is-news');
  cell.classList.add('is-news');
  const { animationName } = globalThis.getComputedStyle(cell);
  cell.classList.toggle('is-news', isNews);
  return animationName;
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

/**
 * True when an element is where its scroller shows it.
 * @returns {boolean}
 */
export function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const shown = element.closest('.scroller').getBoundingClientRect();
  return top >= shown.top && bottom <= shown.bottom;
}

/**
 * The labels of the cells whose text would be wider than they are if all of them were held, and so had a letter.
 * @returns {string[]}
 */
export function readOverfull(grid) {
  for (const cell of grid.querySelectorAll('.is-unseen')) cell.classList.replace('is-unseen', 'is-secondary');
  const cells = [...grid.querySelectorAll('.row .cell')].filter(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
  return cells.map((cell) => cell.getAttribute('aria-label'));
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

/**
 * What is in an SVG: its root as the browser parses it, its size, the shapes and the titles.
 * @param {string} text
 * @returns {{ root: string, width: number, height: number, titles: string[], boxes: { x: number, y: number, fill: string | null }[] }}
 */
export function readSvg(text) {
  const root = new globalThis.DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const number = (element, name) => Number(element.getAttribute(name));
  return {
    root: root.localName,
    width: number(root, 'width'),
    height: number(root, 'height'),
    titles: [...root.querySelectorAll('title')].map((title) => title.textContent ?? ''),
    boxes: [...root.querySelectorAll('g > rect')].map((box) => ({
      x: number(box, 'x'),
      y: number(box, 'y'),
      fill: box.getAttribute('fill'),
    })),
  };
}

/**
 * Decodes a PNG: its size, and its colour at each point.
 * @param {{ base64: string, points: { x: number, y: number }[] }} picture
 * @returns {Promise<{ width: number, height: number, colours: string[] }>}
 */
export async function readPng({ base64, points }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await globalThis.createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const context = new globalThis.OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const colours = points.map(({ x, y }) => {
    const [red, green, blue] = context.getImageData(x, y, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
  return { width, height, colours };
}

/** From now on no canvas is large enough for a picture. */
export function breakCanvas() {
  globalThis.HTMLCanvasElement.prototype.toDataURL = () => 'data:,';
}

/**
 * What a cell shows after its text.
 * @returns {string}
 */
export function readLetter(element) {
  return globalThis.getComputedStyle(element, '::after').content.replaceAll('"', '');
}

/**
 * Puts a script into the page, as a name would that is taken for HTML.
 * @returns {boolean} whether it ran
 */
export function addInlineScript(element) {
  const script = globalThis.document.createElement('script');
  script.textContent = 'window.hasRunInline = true;';
  element.append(script);
  return globalThis.hasRunInline === true;
}
