import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where the history of changes and what was learned of the service are kept: `XDG_STATE_HOME` where it is set (XDG Base Directory
 * Specification), else the place that the platform has for such files.
 */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  // A relative path is to be ignored, says the specification.
  const wanted = env.XDG_STATE_HOME && path.isAbsolute(env.XDG_STATE_HOME) ? env.XDG_STATE_HOME : undefined;
  const usual = {
    win32: env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'),
    darwin: path.join(home, 'Library', 'Application Support'),
  };
  const folder = platform === 'win32' || platform === 'darwin' ? usual[platform] : path.join(home, '.local', 'state');
  return path.join(wanted ?? folder, 'ncloud-ip');
}
