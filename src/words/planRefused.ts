import { l10n } from 'vscode';
import type { Problem } from '../plan/plan';
import type { Namer } from './namer';
import { problemText } from './problemText';

/** A plan that cannot be made. Its message is for users: each problem's rule and repair, a line each. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';

  constructor(
    /** With the line of the pasted list it comes from, when it comes from one. */
    readonly problems: readonly (Problem & { readonly line?: number })[],
    name: Namer,
  ) {
    const lines = problems.map((problem) => {
      const words = problemText(problem, name);
      return problem.line === undefined ? words : l10n.t('Line {0}: {1}', problem.line, words);
    });
    super([...new Set(lines)].join('\n'));
  }
}
