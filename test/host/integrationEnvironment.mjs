import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What the integration suite finds in its environment, on either host: the running sandbox (the JSON line it
 * printed), the token for steering the one that the extension itself runs, where to leave its counts, and a home folder of its own, so that nobody's ~/.ncloud is read.
 * @param {string} folder temporary, for this run
 * @param {string} sandboxLine
 * @param {string} report
 */
export function integrationEnvironment(folder, sandboxLine, report) {
  const home = path.join(folder, 'home');
  fs.mkdirSync(home, { recursive: true });
  return {
    NCLOUD_IP_TEST_SANDBOX: sandboxLine,
    NCLOUD_IP_TEST_CONTROL_TOKEN: randomUUID(),
    NCLOUD_IP_TEST_REPORT: report,
    HOME: home,
    USERPROFILE: home,
  };
}
