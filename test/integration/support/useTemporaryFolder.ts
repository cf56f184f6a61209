import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for the files of one suite; gone when the suite is over. Its path is filled before the first test. */
export function useTemporaryFolder(): { readonly path: string } {
  let folder = '';
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ncloud-ip-integration-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));
  return {
    get path() {
      return folder;
    },
  };
}
