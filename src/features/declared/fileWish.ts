import { l10n, type TextDocument } from 'vscode';
import type { Asker } from '../../change/journalEntry';
import type { Outcome } from '../../change/outcome';
import { dayOf, isBlocking, type Declaration, type DeclaredProblem } from '../../declared/declaration';
import { countRemovals } from '../../plan/transfersOf';
import type { Intent } from '../../plan/intent';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { declaredText } from '../../words/declaredText';
import { createNamer, type Namer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { whereText } from '../../words/whereText';
import { notify } from '../../ui/notify';
import { UserError } from '../../ui/userError';
import { needReading } from '../ask/needScope';
import { freshRegion } from '../change/planFresh';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { needDeclaredFile, shortName } from './declaredFiles';
import { fileOrigin } from './fileOrigin';
import { declaredScope, scopeKey } from './declaredScope';

/** So many problems are told at once; the others are marked in the file. */
const mostTold = 5;

/** What an open file wants of one region, as its text was when it was asked for. */
export interface FileWish {
  readonly document: TextDocument;
  readonly scope: Scope;
  /** As it is now. */
  readonly reading: Reading;
  readonly intent: Intent;
  /** The same of another reading; what changes have done before it counts to what one apply may take away. Throws what is in the way. */
  readonly intentOn: (reading: Reading, done: readonly Outcome[]) => Intent;
  readonly origin: Asker;
}

/**
 * Reads the open file and its region, for a plan: undefined when there is nothing to do, which is said, or somebody thought better
 * of it. Of a file about several regions the one that is meant is asked for, under `title`. Throws with the lines that are wrong.
 */
export async function fileWish(context: CommandContext, args: Arguments, title: string): Promise<FileWish | undefined> {
  const { options, isProgrammatic } = args;
  const document = needDeclaredFile(options.document);
  if (!document) return undefined;
  const { declared } = await import('../../declared/openDeclared');
  const text = document.getText();
  // Begun now: what is typed while somebody reads and answers is not what is planned.
  const origin = fileOrigin(document, text);
  const { documents, problems } = declared.readDeclarations(text, dayOf(context.clock.now()));
  refuse(document, problems, shownName);
  const declarations = documents.flatMap(({ declaration }) => declaration ?? []);
  const groups = declared.groupByScope(declarations, (one) => scopeKey(context.profiles, one));
  const meant = groups.filter((one) => isMeant(context.profiles, one, options));
  if (meant.length === 0) {
    void notify(
      'info',
      l10n.t('Nothing to plan: {0} declares nothing for this profile and region.', shortName(document.uri)),
    );
    return undefined;
  }
  const declaration = meant.length === 1 ? meant[0] : await chosen(context, meant, title);
  if (!declaration) return undefined;
  const wanted = declaredScope(context.profiles, declaration);
  if (!wanted && declaration.profile) {
    const { text: name, start, end } = declaration.profile;
    refuse(document, [{ kind: 'unknownProfile', name, start, end }], shownName);
  }
  const where = wanted && { profile: wanted.profile.id, regionCode: wanted.regionCode };
  const found = await needReading(context, { subjects: [], options: { ...options, ...where }, isProgrammatic });
  if (!found) return undefined;
  const { scope } = found;
  const reading = await freshRegion(context, found);
  const intentOn: FileWish['intentOn'] = ({ network }, done) => {
    const { intent, problems: differences } = declared.checkDeclaration(declaration, network, countRemovals(done));
    refuse(document, differences.filter(mayNotPass), createNamer(network));
    return intent;
  };
  const intent = intentOn(reading, []);
  if (intent.items.length === 0) {
    void notify('info', inPlaceText(document, whereText(scope)));
    return undefined;
  }
  return { document, scope, reading, intent, intentOn, origin: await origin };
}

/** Whether a part of a file is about the profile and region that are named, if any are. */
function isMeant(
  profiles: CommandContext['profiles'],
  declaration: Declaration,
  { profile, regionCode }: Arguments['options'],
): boolean {
  const scope = declaredScope(profiles, declaration);
  const isProfile = profile === undefined || [scope?.profile.id, scope?.profile.name].includes(profile);
  return isProfile && (regionCode === undefined || scope?.regionCode === regionCode);
}

/** Of a file about several regions the one that somebody picks. */
async function chosen(
  { profiles, prompter }: Pick<CommandContext, 'profiles' | 'prompter'>,
  groups: readonly Declaration[],
  title: string,
): Promise<Declaration | undefined> {
  const answer = await prompter.pick({
    title,
    placeholder: l10n.t('The file is about several regions. Which one?'),
    choices: groups.map((value) => {
      const scope = declaredScope(profiles, value);
      return { value, label: scope ? whereText(scope) : shownName(value.profile?.text ?? '') };
    }),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

/** Interfaces that are changing come to rest: the way of every change offers to wait for them. */
function mayNotPass(problem: DeclaredProblem): boolean {
  return isBlocking(problem) && !(problem.kind === 'plan' && problem.problem.kind === 'settling');
}

function refuse(document: TextDocument, problems: readonly DeclaredProblem[], name: Namer): void {
  const blocking = problems.filter(isBlocking);
  if (blocking.length === 0) return;
  const lines = blocking.slice(0, mostTold).map((problem) => {
    const line = document.positionAt(problem.start).line + 1;
    return l10n.t('Line {0}: {1}', line, declaredText(problem, name));
  });
  throw new UserError(lines.join('\n'));
}

function inPlaceText({ uri }: TextDocument, where: string): string {
  return l10n.t('Nothing to change: everything that {0} declares is in place ({1}).', shortName(uri), where);
}
