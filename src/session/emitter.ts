import type { Event } from 'vscode';

/** What fires; the listening half has the shape of VS Code's events, so views can subscribe to either. */
export interface Emitter<T> {
  readonly event: Event<T>;
  fire(value: T): void;
  dispose(): void;
}

/**
 * VS Code's EventEmitter without VS Code: this folder runs in plain Node. A listener that throws is reported on the error stream
 * of the process and breaks neither the others nor whoever fires: a change must not stop half-way for a view.
 */
export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => unknown>();
  return {
    event(listener, thisArg, disposables) {
      const call = (value: T): unknown => listener.call(thisArg, value);
      listeners.add(call);
      const subscription = { dispose: () => listeners.delete(call) };
      disposables?.push(subscription);
      return subscription;
    },
    fire(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error));
        }
      }
    },
    dispose: () => listeners.clear(),
  };
}
