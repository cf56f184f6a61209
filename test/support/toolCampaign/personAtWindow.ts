import { vi } from 'vitest';
import { window, type WindowState } from 'vscode';
import type { Prompter } from '../../../src/ui/prompter';
import type { Apply } from './steps';

/** A person before the window, as far as an assistant's plans meet one. */
export interface PersonAtWindow {
  readonly prompter: Prompter;
  /** Each question of the step as it was shown. */
  readonly shown: readonly string[];
  /** Yeses of the step. */
  readonly yes: number;
  /** Questions that were put to nobody. */
  readonly askedNobody: number;
  /** The next step; what is asked from now on is about it. */
  turnsTo(step: Apply | undefined): void;
  /** The window loses the focus, or gets it back. */
  focus(focused: boolean): void;
  /** Whether a plan waits for somebody who will come back now. */
  isComing(): boolean;
}

/** So long (ms) after the focus went somebody still counts as there. */
const nearMs = 60_000;

/**
 * Answers what is asked as the step says; `happen` comes before each answer, `said` after a yes. The window tells its focus to
 * whoever listens since.
 */
export function personAtWindow(now: () => number, happen: () => Promise<void>, said: () => void): PersonAtWindow {
  const state = window.state as { focused: boolean };
  const listeners = new Set<(state: WindowState) => unknown>();
  vi.spyOn(window, 'onDidChangeWindowState').mockImplementation((listener) => {
    listeners.add(listener);
    return { dispose: () => void listeners.delete(listener) };
  });
  let step: Apply | undefined;
  let leftAt: number | undefined;
  const shown: string[] = [];
  const counts = { yes: 0, askedNobody: 0 };
  const isAway = (): boolean => leftAt !== undefined && now() - leftAt > nearMs;
  const answer = (isYes: boolean): boolean => {
    if (isYes) {
      counts.yes++;
      said();
    }
    return isYes;
  };
  const prompter: Prompter = {
    async confirm({ message, detail, instead }) {
      shown.push(`${message}\n${detail}`);
      counts.askedNobody += Number(isAway());
      await happen();
      return step?.answer.startsWith('read') ? instead!.ask() : answer(step?.answer === 'yes');
    },
    pick({ choices }) {
      const [first] = choices.flatMap((one) => ('value' in one ? [one] : []));
      const isYes = answer(step?.answer === 'readYes' && first !== undefined);
      return Promise.resolve(isYes ? { kind: 'next', value: first!.value } : undefined);
    },
    input: ({ prompt }) => Promise.resolve({ kind: 'next', value: prompt.slice(prompt.lastIndexOf(' ') + 1) }),
    pickMany: () => Promise.resolve(undefined),
    search: () => Promise.resolve(undefined),
  };
  return {
    prompter,
    shown,
    get yes() {
      return counts.yes;
    },
    get askedNobody() {
      return counts.askedNobody;
    },
    turnsTo(next) {
      step = next;
      counts.yes = 0;
      shown.length = 0;
    },
    focus(focused) {
      leftAt = focused ? undefined : (leftAt ?? now());
      state.focused = focused;
      for (const tell of [...listeners]) tell({ focused, active: focused });
    },
    isComing: () => isAway() && (step?.comesBack ?? false),
  };
}
