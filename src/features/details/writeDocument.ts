import { l10n } from 'vscode';
import { linksIn } from '../../words/documentLinks';
import { placeOf, topicOf } from '../../words/documentPath';
import { entryDocument } from '../../words/entryText';
import type { CommandContext } from '../commandContext';
import { detailsOf, entriesOf, subjectOf } from './detailsOf';

type Context = Pick<CommandContext, 'profiles' | 'networks' | 'history' | 'groupNames'>;

/**
 * The text of a document that a link leads to, or that stands open after a restart: from what was read last, without a call.
 * A plain sentence where nothing is known of it any more.
 */
export async function writeDocument(context: Context, path: string): Promise<string> {
  const found = topicOf(path);
  const text =
    found?.topic[0] === 'entry'
      ? await writeEntry(context, found.topic[1])
      : found && (await writeDetails(context, path));
  return text ?? l10n.t('This is no longer available. Open it again from the tree or the history.');
}

async function writeEntry({ history }: Context, id: string): Promise<string | undefined> {
  const entry = await history.get(id).catch(() => undefined);
  return entry && entryDocument(entry, linksIn(entry.profile.id, entry.regionCode));
}

async function writeDetails(
  { profiles, networks, history, groupNames }: Context,
  path: string,
): Promise<string | undefined> {
  const about = placeOf(path);
  const profile = about && profiles.get(about.profileId);
  if (!profile) return undefined;
  const scope = { profile, regionCode: about.regionCode };
  const state = networks.state(scope);
  if (!state.last) return undefined;
  const subject = subjectOf(about.kind, scope, about.no);
  const entries = 'networkInterfaceNo' in subject ? await entriesOf(history, subject) : [];
  const { network, readAt } = state.last;
  return detailsOf(subject, network, { form: about.form, groups: groupNames.get(scope), entries, readAt })?.text;
}
