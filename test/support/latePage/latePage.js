/*
 * On a slow machine the page of VS Code's preview is told of a new text before its own script listens, and goes on showing the
 * old one. Here it hears of none for 2.5 s, on any machine.
 */
const listensAfter = 2_500;
globalThis.addEventListener(
  'message',
  (event) => {
    if (event.data?.type === 'updateContent' && performance.now() < listensAfter) event.stopImmediatePropagation();
  },
  { capture: true },
);
