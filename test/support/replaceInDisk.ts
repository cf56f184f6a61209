import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll } from 'vitest';

/** Functions of `node:fs/promises` that stand in for the real ones, which `replace` gets, until the test file ends. */
export function replaceInDisk(replace: (real: typeof fs) => Partial<typeof fs>): void {
  const real = { ...fs };
  const put = (functions: Partial<typeof fs>): void => {
    Object.assign(fs, functions);
    syncBuiltinESMExports();
  };
  put(replace(real));
  afterAll(() => put(real));
}
