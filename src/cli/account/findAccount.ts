import { createHash } from 'node:crypto';
import { l10n } from 'vscode';
import { sites } from '../../api/sites';
import { gatewayFlaw } from '../../model/gateway';
import { findKeys, parseEnvironment, type FoundKeys } from '../../session/keys/ncloudConfigure';
import { endpointOf, type Endpoint } from '../../session/profile';
import { shownName, shownNames } from '../../words/shownName';
import { CommandError } from '../commandError';

/** Whose network a command is about, and where it is asked. */
export interface Account extends Endpoint {
  /** The section that the keys are from, or what the environment calls them. */
  readonly name: string;
  readonly keys: Pick<FoundKeys, 'accessKey' | 'secretKey'>;
  /** Tells accounts apart in the history, without naming the key. */
  readonly id: string;
  /** Of the environment. */
  readonly regionCode: string | undefined;
  /** The sandbox of this extension, on this machine: it settles at once. */
  readonly isSandbox: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The keys of the section of `~/.ncloud/configure` called `profile`; without one those of the environment, else of the default section.
 * Where requests go is by the environment, else by the section. Throws CommandError.
 */
export async function findAccount(env: Environment, profile: string | undefined): Promise<Account> {
  const { NCLOUD_SITE: site } = env;
  if (site && !Object.hasOwn(sites, site)) {
    throw new CommandError([l10n.t('{0} is one of {1}.', 'NCLOUD_SITE', Object.keys(sites).join(', '))]);
  }
  const given = profile === undefined ? fromVariables(env) : undefined;
  const found = withEndpoint(given ?? (await fromConfigure(env, profile)), env);
  const endpoint = endpointOf(found);
  const flaw = endpoint && gatewayFlaw(endpoint.gatewayUrl);
  if (!endpoint || flaw !== undefined) {
    throw new CommandError([
      l10n.t(
        'The gateway address must be https, or http on this machine, and nothing else. Check {0}.',
        'NCLOUD_API_GW',
      ),
    ]);
  }
  const { accessKey, secretKey, regionCode } = found;
  const id = createHash('sha256').update(`${endpoint.gatewayUrl} ${accessKey}`).digest('hex').slice(0, 16);
  return {
    ...endpoint,
    name: found.name,
    keys: { accessKey, secretKey },
    id: `cli-${id}`,
    regionCode,
    isSandbox: env.NCLOUD_IP_SANDBOX === '1' && endpoint.gatewayUrl.startsWith('http:'),
  };
}

/** The address and the site of the environment count for keys from a file as well. */
function withEndpoint(keys: FoundKeys, env: Environment): FoundKeys {
  const { NCLOUD_API_GW, NCLOUD_SITE, NCLOUD_REGION } = env;
  if (!NCLOUD_API_GW && !NCLOUD_SITE) return { ...keys, ...(NCLOUD_REGION && { regionCode: NCLOUD_REGION }) };
  const { accessKey, secretKey, name } = keys;
  const given = { NCLOUD_API_GW, NCLOUD_SITE, NCLOUD_REGION };
  const [read] = parseEnvironment({ ...given, NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey });
  return read ? { ...read, name } : keys;
}

function fromVariables(env: Environment): FoundKeys | undefined {
  const [pair] = parseEnvironment(env);
  if (pair) return pair;
  const hasOne = ['NCLOUD_ACCESS_KEY', 'NCLOUD_ACCESS_KEY_ID', 'NCLOUD_SECRET_KEY', 'NCLOUD_SECRET_ACCESS_KEY'].find(
    (name) => env[name],
  );
  if (hasOne !== undefined) {
    throw new CommandError([
      l10n.t('{0} is set, but not the other half of the key pair: {1}.', hasOne, otherHalf(hasOne)),
    ]);
  }
  return undefined;
}

async function fromConfigure(env: Environment, profile: string | undefined): Promise<FoundKeys> {
  const { HOME, USERPROFILE } = env;
  const sections = await findKeys({ HOME, USERPROFILE });
  if (sections.length === 0) {
    throw new CommandError([
      l10n.t(
        'No keys. Set {0} and {1}, or write {2}.',
        'NCLOUD_ACCESS_KEY',
        'NCLOUD_SECRET_KEY',
        '~/.ncloud/configure',
      ),
    ]);
  }
  const wanted = profile ?? 'DEFAULT';
  const section = sections.find(({ name }) => name === wanted);
  if (section) return section;
  throw new CommandError([
    l10n.t(
      'No section {0} with keys in {1}. Choose one with --profile: {2}.',
      shownName(wanted),
      '~/.ncloud/configure',
      shownNames(sections.map(({ name }) => name)),
    ),
  ]);
}

function otherHalf(name: string): string {
  return name.includes('SECRET') ? 'NCLOUD_ACCESS_KEY' : 'NCLOUD_SECRET_KEY';
}
