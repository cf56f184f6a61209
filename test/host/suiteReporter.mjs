import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * A vitest reporter that leaves what a suite came to (see Tally) in NCLOUD_IP_TEST_REPORT. A file that could not be
 * loaded, a group whose beginning or end failed (its tests are skipped) and an error outside of any test count as one failure each.
 */
export default class SuiteReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (wanted) => tests.filter((test) => test.result().state === wanted);
    const groups = modules.flatMap((module) => [...module.children.allSuites()]);
    const unloaded = modules.filter((module) => module.errors().length > 0);
    const failures = [
      ...inState('failed').map((test) => told(nameOf(test), test.result().errors)),
      ...groups.filter((group) => group.errors().length > 0).map((group) => told(nameOf(group), group.errors())),
      ...unloaded.map((module) => told(fileOf(module), module.errors())),
      ...unhandledErrors.map((error) => told('outside of any test', [error])),
    ];
    const tally = {
      passed: inState('passed').length,
      failed: failures.length,
      skipped: inState('skipped').length,
      failures,
      shaky: tests.filter((test) => test.diagnostic()?.flaky).map((test) => told(nameOf(test), test.result().errors)),
      files: modules.map((module) => ({ file: fileOf(module), seconds: module.diagnostic().duration / 1000 })),
    };
    fs.writeFileSync(process.env.NCLOUD_IP_TEST_REPORT, JSON.stringify(tally));
  }
}

const fileOf = (module) => path.relative(root, module.moduleId);
const nameOf = (test) => `${fileOf(test.module)} › ${test.fullName}`;
const told = (test, errors) => ({ test, reason: (errors?.[0]?.message ?? 'no reason was given').split('\n')[0] });
