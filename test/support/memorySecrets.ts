import type { SecretStorage } from 'vscode';
import { createEmitter } from '../../src/session/emitter';

export interface MemorySecrets extends SecretStorage {
  /** What is kept, to look at and to damage. */
  readonly kept: Map<string, string>;
  /** Another window stores (or, with undefined, deletes) a secret. */
  storeElsewhere(key: string, value: string | undefined): void;
  /** From now on every access fails like this; undefined mends it. */
  failWith(error: Error | undefined): void;
}

/** A secret storage that can be damaged, locked, and changed by another window. */
export function memorySecrets(): MemorySecrets {
  const kept = new Map<string, string>();
  const changed = createEmitter<{ key: string }>();
  let failure: Error | undefined;
  const put = (key: string, value: string | undefined): void => {
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
    changed.fire({ key });
  };
  const orFail = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (failure) throw failure;
    return work();
  };
  return {
    kept,
    onDidChange: changed.event,
    get: (key) => orFail(() => kept.get(key)),
    store: (key, value) => orFail(() => put(key, value)),
    delete: (key) => orFail(() => put(key, undefined)),
    storeElsewhere: put,
    failWith(error) {
      failure = error;
    },
  };
}
