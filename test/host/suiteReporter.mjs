import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { tallyOf } from './tally.mjs';

/**
 * A vitest reporter that leaves what each file of a suite came to (a list of Tally) in NCLOUD_IP_TEST_REPORT. A file that could
 * not be loaded, a group whose beginning or end failed (its tests are skipped) and an error outside of any test count as one
 * failure each.
 */
export default class SuiteReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const outside = unhandledErrors.map((error) => told('outside of any test', [error]));
    const tallies = [
      ...modules.map(tallyOfFile),
      ...(outside.length > 0 ? [tallyOf({ failed: outside.length, failures: outside })] : []),
    ];
    fs.writeFileSync(process.env.NCLOUD_IP_TEST_REPORT, JSON.stringify(tallies));
  }
}

function tallyOfFile(module) {
  const tests = [...module.children.allTests()];
  const inState = (wanted) => tests.filter((test) => test.result().state === wanted);
  const groups = [...module.children.allSuites()];
  const failures = [
    ...inState('failed').map((test) => told(nameOf(test), test.result().errors)),
    ...groups.filter((group) => group.errors().length > 0).map((group) => told(nameOf(group), group.errors())),
    ...(module.errors().length > 0 ? [told(fileOf(module), module.errors())] : []),
  ];
  return tallyOf({
    passed: inState('passed').length,
    failed: failures.length,
    skipped: inState('skipped').length,
    failures,
    shaky: tests.filter((test) => test.diagnostic()?.flaky).map((test) => told(nameOf(test), test.result().errors)),
    files: [{ file: fileOf(module), seconds: module.diagnostic().duration / 1000 }],
  });
}

const fileOf = (module) => path.relative(root, module.moduleId);
const nameOf = (test) => `${fileOf(test.module)} › ${test.fullName}`;
const told = (test, errors) => ({ test, reason: (errors?.[0]?.message ?? 'no reason was given').split('\n')[0] });
