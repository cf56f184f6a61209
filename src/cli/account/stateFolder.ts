import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { l10n } from 'vscode';
import { printable } from '../../text/printable';
import { CommandError } from '../commandError';

/**
 * Where the history of changes and what was learned of the service are kept: `XDG_STATE_HOME` where it is set (XDG Base Directory
 * Specification), else the place that the platform has for such files.
 */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  // A relative path is to be ignored, says the specification; an empty home would be the folder one happens to stand in.
  const isPlace = (folder: string | undefined): folder is string => folder !== undefined && path.isAbsolute(folder);
  const home = [env.HOME, env.USERPROFILE, homedir()].find(isPlace) ?? userInfo().homedir;
  const wanted = [env.XDG_STATE_HOME].find(isPlace);
  const usual = {
    win32: env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'),
    darwin: path.join(home, 'Library', 'Application Support'),
  };
  const folder = platform === 'win32' || platform === 'darwin' ? usual[platform] : path.join(home, '.local', 'state');
  return path.join(wanted ?? folder, 'ncloud-ip');
}

/** Makes the folder where there is none. Throws CommandError, with its name, where nothing can be kept in it. */
export async function needStateFolder(folder: string): Promise<void> {
  const { makeFolder } = await import('../../api/makeFolder');
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new CommandError([
      l10n.t(
        'Could not use the folder {0}, which keeps the history of changes: {1}. Set {2} to a folder that can be written to.',
        printable(folder),
        whyText(error),
        'XDG_STATE_HOME',
      ),
    ]);
  }
}

function whyText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = new Map([
    ['EACCES', l10n.t('access is denied')],
    ['EPERM', l10n.t('access is denied')],
    ['EROFS', l10n.t('the disk is read-only')],
    ['ENOSPC', l10n.t('the disk is full')],
    ['EEXIST', l10n.t('a file is in its place')],
    ['ENOTDIR', l10n.t('a file is in its place')],
    ['ENOENT', l10n.t('it cannot be made there')],
  ]).get(code);
  return why ?? code;
}
