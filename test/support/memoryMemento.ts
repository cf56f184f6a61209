import type { Memento } from 'vscode';

/** Extension state as VS Code keeps it: values go through JSON. */
export function memoryMemento(initially: Readonly<Record<string, unknown>> = {}): Memento {
  const kept = new Map(Object.entries(initially).map(([key, value]) => [key, JSON.stringify(value)]));
  const get = <T>(key: string, otherwise?: T): T | undefined => {
    const text = kept.get(key);
    return text === undefined ? otherwise : (JSON.parse(text) as T);
  };
  return {
    keys: () => [...kept.keys()],
    get,
    update(key: string, value: unknown) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
}
