/* global window, document, requestAnimationFrame, MutationObserver */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../host/browser.mjs';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * Prints what the page of a subnet map costs in Chromium, by size of the subnet: milliseconds from the map's data until its
 * first frame is drawn, the longest and the median frame while it is scrolled, 120 pixels a frame, cells painted after one
 * interface changed, and memory over the empty page. The page is the production build; `worlds` is what it is told.
 * @param {{ open: object, worlds: { name: string, data: object, patch: object }[] }} worlds
 * @param {string} folder temporary
 */
export async function measureMap({ open, worlds }, folder) {
  execFileSync(process.execPath, ['esbuild.js', '--production', '--outdir', folder], { cwd: root });
  const browser = await launchBrowser();
  const row = (...cells) => cells.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](20)).join('');
  console.log(row('', 'first frame ms', 'frame p50 ms', 'frame max ms', 'over 16 ms', 'cells painted', 'memory MB'));
  try {
    for (const { name, data, patch } of worlds) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.setContent('<!DOCTYPE html><html lang="en"><body></body></html>');
      await page.addStyleTag({ content: fs.readFileSync(path.join(folder, 'mapStyle.css'), 'utf8') });
      await page.evaluate(() => {
        window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });
      });
      await page.addScriptTag({ content: fs.readFileSync(path.join(folder, 'mapView.js'), 'utf8') });
      const session = await page.context().newCDPSession(page);
      const heap = async () => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
      };
      const empty = await heap();
      const first = await page.evaluate(drawFirst, { open, data });
      const full = (await heap()) - empty;
      const { median, longest, long } = await page.evaluate(scrollThrough);
      const painted = await page.evaluate(paintedBy, patch);
      console.log(row(name, first.toFixed(1), median.toFixed(1), longest.toFixed(1), long, painted, full.toFixed(1)));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** In the page: from the data to the frame after it. */
function drawFirst({ open, data }) {
  window.postMessage(open, '*');
  return new Promise((resolve) => {
    setTimeout(() => {
      const copy = structuredClone(data);
      const started = performance.now();
      window.dispatchEvent(new MessageEvent('message', { data: copy }));
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
    }, 200);
  });
}

/** In the page: 300 frames of 120 pixels, as a fast wheel scrolls, each from its beginning until it is painted. */
async function scrollThrough() {
  const scroller = document.querySelector('.scroller:not([hidden])');
  for (const gap of document.querySelectorAll('.gap')) gap.click();
  const times = [];
  for (let step = 0; step < 300; step++) {
    scroller.scrollTop += 120;
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
  return { median: times[150], longest: times.at(-1), long: times.filter((time) => time > 16).length };
}

/** In the page: how many cells change when one interface does. */
async function paintedBy(patch) {
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
