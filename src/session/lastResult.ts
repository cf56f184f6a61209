import type { Event } from 'vscode';
import type { Outcome } from '../change/outcome';
import { createEmitter, type Emitter } from './emitter';
import type { Scope } from './scope';

/** What became of a change, with the words it was told in. */
export interface ChangeResult {
  readonly scope: Scope;
  readonly outcome: Outcome;
  readonly message: string;
  /** Of the history. */
  readonly entryId: string;
}

/** The newest result, for as long as this window lives or until it is put away. */
export interface LastResult {
  readonly onDidChange: Event<void>;
  get(): ChangeResult | undefined;
  set(result: ChangeResult | undefined): void;
  dispose(): void;
}

/** No change was made yet. */
export function createLastResult(): LastResult {
  const changed: Emitter<void> = createEmitter();
  let last: ChangeResult | undefined;
  return {
    onDidChange: changed.event,
    get: () => last,
    set(result) {
      last = result;
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
