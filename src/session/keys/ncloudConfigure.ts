import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { sites, type SiteName } from '../../api/sites';

/** A key pair found outside VS Code, ready to become a profile. */
export interface FoundKeys {
  readonly name: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly site: SiteName | 'custom';
  readonly gatewayUrl?: string;
  readonly regionCode?: string;
}

/**
 * Reads the text of `~/.ncloud/configure` (CLI user guide). An INI library is not used on purpose: they unquote and cut values
 * at `;` or `#`, and a secret key may hold any of those. Rules: trim, skip blank and `#`/`;` lines, split at the first `=`,
 * sections case-sensitive but DEFAULT/default alike, keys before any section count as DEFAULT, CRLF and BOM accepted.
 */
export function parseConfigure(text: string): FoundKeys[] {
  const sections = new Map<string, Map<string, string>>();
  let name = 'DEFAULT';
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const header = /^\[(.*)\]$/.exec(line)?.[1]?.trim();
    if (header !== undefined) {
      name = header === 'default' ? 'DEFAULT' : header;
      continue;
    }
    const at = line.indexOf('=');
    if (at < 0) continue;
    const values = sections.get(name) ?? new Map<string, string>();
    sections.set(name, values.set(line.slice(0, at).trim(), line.slice(at + 1).trim()));
  }
  return [...sections].flatMap(([section, values]) =>
    found(section, {
      accessKey: values.get('ncloud_access_key_id'),
      secretKey: values.get('ncloud_secret_access_key'),
      url: values.get('ncloud_api_url'),
    }),
  );
}

/** Reads the `NCLOUD_*` variables that the SDKs, Terraform and the CLI use. */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): FoundKeys[] {
  return found('Environment', {
    accessKey: firstSet(env.NCLOUD_ACCESS_KEY_ID, env.NCLOUD_ACCESS_KEY),
    secretKey: firstSet(env.NCLOUD_SECRET_ACCESS_KEY, env.NCLOUD_SECRET_KEY),
    url: env.NCLOUD_API_GW,
    site: env.NCLOUD_SITE,
    regionCode: env.NCLOUD_REGION,
  });
}

/** A variable that is set to nothing counts as absent. */
function firstSet(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== '');
}

type Raw = Partial<Record<'accessKey' | 'secretKey' | 'url' | 'site' | 'regionCode', string | undefined>>;

function found(name: string, { accessKey, secretKey, url, site, regionCode }: Raw): FoundKeys[] {
  if (!accessKey || !secretKey) return [];
  return [{ name, accessKey, secretKey, ...siteOf(url, site), ...(regionCode && { regionCode }) }];
}

/** The address decides; the site's name only counts where there is no address. */
function siteOf(url: string | undefined, site: string | undefined): Pick<FoundKeys, 'site' | 'gatewayUrl'> {
  const names = Object.keys(sites) as SiteName[];
  const gatewayUrl = url?.replace(/\/+$/, '');
  if (!gatewayUrl) return { site: names.find((name) => name === site) ?? 'public' };
  const known = names.find((name) => sites[name].gatewayUrl === gatewayUrl);
  return known ? { site: known } : { site: 'custom', gatewayUrl };
}

/** Keys this machine knows already: `NCLOUD_*` variables, then `~/.ncloud/configure`. Nothing is read before the user asks for it. */
export async function findKeys(env: Readonly<Record<string, string | undefined>>): Promise<FoundKeys[]> {
  const file = path.join(env.HOME ?? env.USERPROFILE ?? homedir(), '.ncloud', 'configure');
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...parseEnvironment(env), ...parseConfigure(text)];
}
