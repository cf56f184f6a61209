import { thingOf } from '../ui/documentPath';
import type { CommandContext } from './commandContext';
import { subjectOf } from './detailsOf';
import { documentOf } from './documentOf';
import type { Arguments } from './readArguments';
import { reveal } from './reveal';

/** Reveal in Tree: the row of what the details are of. By code: `{ path }`. */
export async function revealDocument(
  context: Pick<CommandContext, 'documents' | 'profiles' | 'tree' | 'view' | 'clock'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  const about = path === undefined ? undefined : thingOf(path);
  const profile = about && context.profiles.get(about.profileId);
  if (!profile) return undefined;
  const scope = { profile, regionCode: about.regionCode };
  // The scope is looked up; what is left tells the row.
  const fields = Object.entries(subjectOf(about.kind, scope, about.no)).filter(([name]) => name !== 'scope');
  return reveal(context, scope, (subject) =>
    fields.every(([name, value]) => (subject as Readonly<Record<string, unknown>>)[name] === value),
  );
}
