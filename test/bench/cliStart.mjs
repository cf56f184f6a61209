import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.mjs';

const runs = 25;

/**
 * Prints how long the command line tool takes to start, as a ratio to `node -e 0` measured in turn with it on the same machine.
 * @param {string} folder for the build and a file
 */
export function measureCliStart(folder) {
  const built = path.join(folder, 'dist-cli');
  execFileSync(process.execPath, ['esbuild.cli.mjs', '--outdir', built], { cwd: root });
  const file = path.join(folder, 'net.ncloud-ip.yaml');
  fs.writeFileSync(file, 'version: 1\nregion: KR\ninterfaces:\n  web-01/eth0: [10.0.10.11, 10.0.10.12]\n');
  const program = path.join(built, 'ncloud-ip.js');
  const cases = {
    'node -e 0': ['-e', '0'],
    '--version': [program, '--version'],
    validate: [program, 'validate', file],
  };
  const times = new Map(Object.keys(cases).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, args] of Object.entries(cases)) {
      const begun = performance.now();
      execFileSync(process.execPath, args, { stdio: 'ignore' });
      times.get(name).push(performance.now() - begun);
    }
  }
  const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
  const floor = median(times.get('node -e 0'));
  for (const [name, all] of times) {
    const ms = median(all);
    process.stdout.write(
      `${name.padEnd(12)} ${ms.toFixed(0).padStart(5)} ms   ${(ms / floor).toFixed(2)} × node -e 0\n`,
    );
  }
}
