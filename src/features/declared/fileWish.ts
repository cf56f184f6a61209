import { l10n, window, type TextDocument } from 'vscode';
import type { Outcome } from '../../change/outcome';
import { dayOf, isBlocking, type Declaration, type DeclaredProblem } from '../../declared/declaration';
import { countRemovals } from '../../plan/transfersOf';
import type { Intent } from '../../plan/intent';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { declaredText } from '../../words/declaredText';
import { topicOf } from '../../words/documentPath';
import { createNamer, type Namer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { whereText } from '../../words/whereText';
import { notify } from '../../ui/notify';
import { UserError } from '../../ui/userError';
import { needReading } from '../ask/needScope';
import { freshRegion } from '../change/planFresh';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { needDeclaredFile, shortName, textOnDisk } from './declaredFiles';
import { plainText } from './fileOrigin';
import { declaredScope, groupKey } from './declaredScope';

/** What an open file wants of one region, as its text was when it was asked for. */
export interface FileWish {
  readonly document: TextDocument;
  readonly text: string;
  /** The text stood in the editor alone. */
  readonly isUnsaved: boolean;
  readonly scope: Scope;
  /** As it is now. */
  readonly reading: Reading;
  readonly intent: Intent;
  /** The same of another reading; what changes have done before it counts to what one apply may take away. Throws what is in the way. */
  readonly intentOn: (reading: Reading, done: readonly Outcome[]) => Intent;
}

/**
 * Reads the open file and its region, for a plan: undefined when there is nothing to do, which is said, or somebody thought better
 * of it. Of a file about several regions the one that is meant is asked for, under `title`. On the document of a plan the file of
 * that is meant. Throws with what is wrong first.
 */
export async function fileWish(context: CommandContext, args: Arguments, title: string): Promise<FileWish | undefined> {
  const { isProgrammatic } = args;
  const planned = plannedBefore(context, args);
  const options = { ...planned, ...args.options };
  const document = await needDeclaredFile(options.document, planned !== undefined);
  if (!document) return undefined;
  const { declared } = await import('../../declared/openDeclared');
  const { text, isUnsaved } = await textToPlan(document, isProgrammatic);
  const { documents, problems } = declared.readDeclarations(text, dayOf(context.clock.now()));
  refuse(document, problems, shownName);
  const declarations = documents.flatMap(({ declaration }) => declaration ?? []);
  const groups = declared.groupByScope(declarations, (one) => groupKey(context.profiles, one));
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
  return { document, text, isUnsaved, scope, reading, intent, intentOn };
}

/**
 * What stands in the editor: what is typed while somebody reads and answers is not what is planned. VS Code follows no file whose
 * tab is behind others when it is in no folder of the window: one that was written by another program is shown, which reads it
 * again, and not planned.
 */
async function textToPlan(
  document: TextDocument,
  isProgrammatic: boolean,
): Promise<Pick<FileWish, 'text' | 'isUnsaved'>> {
  const onDisk = await textOnDisk(document);
  const text = document.getText();
  if (document.isDirty || onDisk === undefined) return { text, isUnsaved: true };
  if (plainText(onDisk) === plainText(text)) return { text, isUnsaved: false };
  if (!isProgrammatic) await window.showTextDocument(document, { preview: false });
  throw new UserError(
    l10n.t('Another program has changed {0}. Read what stands there now, then plan it again.', shortName(document.uri)),
  );
}

/** The file, profile and region of the plan that is in front, or that a button was pressed over. */
function plannedBefore(
  { documents }: Pick<CommandContext, 'documents'>,
  { options }: Pick<Arguments, 'options'>,
): Pick<Arguments['options'], 'document' | 'profile' | 'regionCode'> | undefined {
  const path = options.document === undefined ? (options.path ?? documents.active()) : undefined;
  const [kind, , document, profile, regionCode] = (path === undefined ? undefined : topicOf(path)?.topic) ?? [];
  if (kind !== 'plan' || document === undefined || profile === undefined || regionCode === undefined) return undefined;
  return { document, profile, regionCode };
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

/** The first of them: one stray bracket makes several, and they are all marked in the file. */
function refuse(document: TextDocument, problems: readonly DeclaredProblem[], name: Namer): void {
  const [first, ...others] = problems.filter(isBlocking).toSorted((a, b) => a.start - b.start);
  if (!first) return;
  const line = document.positionAt(first.start).line + 1;
  const told = l10n.t('Line {0}: {1}', line, declaredText(first, name));
  const more = others.length > 0 ? [l10n.t('(more in the Problems panel: {0})', others.length)] : [];
  throw new UserError([told, ...more].join(' '));
}

function inPlaceText({ uri }: TextDocument, where: string): string {
  return l10n.t('Nothing to change: everything that {0} declares is in place ({1}).', shortName(uri), where);
}
