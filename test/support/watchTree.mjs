// What runs inside the page: every state of the Network view that is drawn, not only those that a test happens to look at.

/** @typedef {{ title: string, rows: string }} Drawn */

/** Notes the title and the rows of the view at each frame that the browser draws, from now on. */
export function startWatching() {
  const { document, requestAnimationFrame } = globalThis;
  const states = [];
  globalThis.drawnStates = states;
  const note = () => {
    if (globalThis.drawnStates !== states) return;
    const title = document.querySelector('.sidebar .pane-header')?.textContent ?? '';
    const rows = [...document.querySelectorAll('.sidebar .monaco-list-row[role="treeitem"]')];
    const drawn = { title, rows: rows.map((row) => row.textContent).join('\n') };
    const last = states.at(-1);
    if (last?.title !== drawn.title || last.rows !== drawn.rows) states.push(drawn);
    requestAnimationFrame(note);
  };
  note();
}

/** @returns {Drawn[]} */
export function readDrawn() {
  return globalThis.drawnStates;
}
