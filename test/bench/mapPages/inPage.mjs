// What runs inside a page that is measured.
/* global window, document, requestAnimationFrame, MutationObserver */

/** Stands in for the editor around the page. */
export function openPage() {
  window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });
}

/** Keeps the page busy for so long (ms). */
export function workFor(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Says what the page is to show, keeps the data for later, and waits until it is quiet. */
export function openMap({ open, data }) {
  window.postMessage(open, '*');
  window.benchData = data;
  return new Promise((resolve) => setTimeout(resolve, 200));
}

/** From the data to the frame after it, in ms. */
export function drawFirst() {
  const data = window.benchData;
  // As in the editor, nobody keeps a message that was read.
  delete window.benchData;
  const started = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data }));
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
  });
}

/**
 * 300 frames of 120 pixels, as a fast wheel scrolls, down and at the end up again, each from its beginning until it is painted.
 * Where there is nothing to scroll, nothing is said.
 */
export async function scrollThrough() {
  const scroller = document.querySelector('.scroller:not([hidden])');
  for (const gap of document.querySelectorAll('.gap')) gap.click();
  if (scroller.scrollHeight < scroller.clientHeight + 240) return {};
  const times = [];
  let by = 120;
  for (let step = 0; step < 300; step++) {
    const before = scroller.scrollTop;
    scroller.scrollTop += by;
    if (scroller.scrollTop === before) scroller.scrollTop += by = -by;
    const tookMs = await new Promise((resolve) => {
      requestAnimationFrame((began) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        port2.postMessage(0);
      });
    });
    times.push(tookMs);
  }
  times.sort((a, b) => a - b);
  return {
    frames: times.length,
    median: times[150],
    longest: times.at(-1),
    long: times.filter((time) => time > 16).length,
  };
}

/** How many cells change when one interface does. */
export async function paintedBy(patch) {
  document.querySelector('.scroller:not([hidden])').scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const painted = new Set();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) painted.add(target.closest?.('.cell[data-offset]') ?? target);
  });
  observer.observe(document.querySelector('.rows'), {
    attributes: true,
    attributeFilter: ['aria-label'],
    subtree: true,
  });
  window.dispatchEvent(new MessageEvent('message', { data: patch }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return painted.size;
}
