import { windowAnswers } from './contextKeys';

/** Whether the window shows the list that a quick pick was given last. */
export interface ListOnScreen {
  /** The window may still show, and answer about, a list from before. */
  readonly isBehind: boolean;
  /** The quick pick was given another list. */
  changed(): void;
}

/**
 * VS Code names the rows of a quick pick by their places and says back what was ticked for it, so an answer about a list
 * from before names other rows of the newest one. The window answers in the order it is asked: once it has answered what
 * was asked after the list was sent, all it says is about that list. `onShown` is called then, when no other list was given
 * meanwhile.
 */
export function createListOnScreen(onShown: () => void = () => undefined): ListOnScreen {
  let newest = 0;
  let shown = 0;
  return {
    get isBehind() {
      return shown < newest;
    },
    changed() {
      const list = ++newest;
      // Changes of a quick pick are sent by a timer that was set just before this one.
      setTimeout(() => {
        const show = (): void => {
          shown = Math.max(shown, list);
          if (list === newest) onShown();
        };
        // A window that refuses to answer has answered.
        void windowAnswers().then(show, show);
      });
    },
  };
}
