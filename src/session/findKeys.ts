import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseConfigure, parseEnvironment, type FoundKeys } from './ncloudConfigure';

/** Keys this machine knows already: `NCLOUD_*` variables, then `~/.ncloud/configure`. Nothing is read before the user asks for it. */
export async function findKeys(env: Readonly<Record<string, string | undefined>>): Promise<FoundKeys[]> {
  const file = path.join(env.HOME ?? env.USERPROFILE ?? homedir(), '.ncloud', 'configure');
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...parseEnvironment(env), ...parseConfigure(text)];
}
