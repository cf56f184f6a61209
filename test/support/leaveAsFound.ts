import { afterAll, vi } from 'vitest';
import * as vscode from 'vscode';

/**
 * The files of a worker share its modules, as loading them anew for each file takes longer than the tests. So each leaves
 * what it stands on as it found it: spies, environment, timers, and every object of the stand-in for `vscode`.
 */
const shared = Object.values<unknown>(vscode).filter((one) => typeof one === 'object') as object[];
/**
 * As they were before the first file was loaded: some of them spy while they are. A file that resets the modules leaves
 * another stand-in to the next ones, which is kept as well.
 */
const kept = globalThis as { untouched?: Map<object, PropertyDescriptorMap> };
const found = (kept.untouched ??= new Map());
for (const one of shared) if (!found.has(one)) found.set(one, Object.getOwnPropertyDescriptors(one));

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const [one, properties] of found) {
    for (const added of Object.keys(one).filter((name) => !(name in properties))) Reflect.deleteProperty(one, added);
    Object.defineProperties(one, properties);
  }
});
