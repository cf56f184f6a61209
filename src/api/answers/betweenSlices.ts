/** So long the event loop is kept from everything else, in ms: a page takes some 7 to read, and a list has ten at a time. */
const sliceMs = 25;

let begun = 0;
let next: Promise<void> | undefined;

/**
 * Waits, where long answers have been read for a while, until the event loop has been around once: pages of a list arrive
 * together, and whoever waits for anything else of this process, a view for its first row, is answered in between.
 */
export async function betweenSlices(): Promise<void> {
  while (performance.now() - begun > sliceMs) {
    next ??= new Promise((resolve) =>
      setImmediate(() => {
        next = undefined;
        begun = performance.now();
        resolve();
      }),
    );
    await next;
  }
}
