import { DiagnosticSeverity, l10n, type Diagnostic, type TextDocument } from 'vscode';
import type { Release } from '../../declared/collectReleases';
import type { Want } from '../../declared/collectWants';
import { isBlocking, type DeclaredProblem } from '../../declared/declaration';
import { inert } from '../../text/inert';
import { declaredText } from '../../words/declaredText';
import { createNamer, type Namer } from '../../words/namer';
import { shownName, shownNames } from '../../words/shownName';
import { mark } from '../checkedText/marks';
import type { CheckedFile } from '../declared/checkedFile';

/** The marks of a file: each problem at what it is about, and where the region is not as the file says. */
export function declaredDiagnostics(document: TextDocument, { problems, groups }: CheckedFile): Diagnostic[] {
  const problemMark = (problem: DeclaredProblem, name: Namer): Diagnostic => {
    const code = problem.kind === 'plan' ? problem.problem.kind : problem.kind;
    return mark(document, problem, inert(declaredText(problem, name)), severityOf(problem), code);
  };
  const ofFile = problems.map((problem) => problemMark(problem, shownName));
  const ofNetwork = groups.flatMap(({ checked, network }) => {
    if (!checked || !network) return [];
    const name = createNamer(network);
    const drift = checked.wants
      .filter(({ state }) => state !== 'inPlace')
      .map((want) =>
        mark(document, want.word, inert(driftText(want, name)), DiagnosticSeverity.Information, want.state),
      );
    const extra = [...Map.groupBy(checked.releases, ({ start }) => start).values()].map((all) =>
      releaseMark(document, all, name),
    );
    return [...checked.problems.map((problem) => problemMark(problem, name)), ...drift, ...extra];
  });
  return [...ofFile, ...ofNetwork];
}

/** What is released for one word of the file: an address, or an interface with all that it holds besides. */
function releaseMark(document: TextDocument, releases: readonly Release[], name: Namer): Diagnostic {
  const [first] = releases as [Release];
  const addresses = shownNames(releases.map(({ address }) => address));
  const words = l10n.t('{0} is held by {1}. Applying the file releases it.', addresses, name(first.networkInterfaceNo));
  return mark(document, first, inert(words), DiagnosticSeverity.Information, 'extra');
}

function severityOf(problem: DeclaredProblem): DiagnosticSeverity {
  // A moment later it is gone: nothing of the file is wrong.
  const isPassing = problem.kind === 'plan' && problem.problem.kind === 'settling';
  if (isPassing) return DiagnosticSeverity.Information;
  return isBlocking(problem) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}

function driftText({ word, from, networkInterfaceNo }: Want, name: Namer): string {
  const address = shownName(word.text);
  return from === undefined
    ? l10n.t('{0} is not on {1} yet.', address, name(networkInterfaceNo))
    : l10n.t('{0} is held by {1}. Applying the file moves it to {2}.', address, name(from), name(networkInterfaceNo));
}
