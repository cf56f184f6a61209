import { afterAll, vi } from 'vitest';
import * as vscode from 'vscode';

/**
 * The files of a worker share its modules, as loading them anew for each file takes longer than the tests. So each leaves
 * what it stands on as it found it: spies, environment, timers, and every object of the stand-in for `vscode`.
 */
const shared = Object.values<unknown>(vscode).filter((one) => typeof one === 'object') as object[];
/** As it was before the first file was loaded: some of them spy while they are. */
const kept = globalThis as { untouched?: readonly (readonly [object, PropertyDescriptorMap])[] };
const found = (kept.untouched ??= shared.map((one) => [one, Object.getOwnPropertyDescriptors(one)] as const));

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
