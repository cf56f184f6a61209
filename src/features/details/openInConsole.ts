import { env, l10n, Uri } from 'vscode';
import { sites } from '../../api/sites';
import { mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import type { Arguments } from '../readArguments';

/** Opens the console of the profile's site. Deep links into it are not documented, so it is its start page. */
export async function openInConsole(context: Pick<CommandContext, 'profiles'>, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const { site } = scope.profile;
  if (site === 'sandbox' || site === 'custom') {
    mention(l10n.t('This profile has no console.'), 5_000);
    return undefined;
  }
  await env.openExternal(Uri.parse(sites[site].consoleUrl));
  return sites[site].consoleUrl;
}
