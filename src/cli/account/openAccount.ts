import path from 'node:path';
import { l10n } from 'vscode';
import type { Logger } from '../../api/logger';
import type { NcloudApi } from '../../api/ncloudApi';
import { limits } from '../../api/limits';
import { isLoopback } from '../../model/gateway';
import type { Settle } from '../../change/applyDeps';
import { CommandError } from '../commandError';
import type { OptionValues } from '../options';
import type { Terminal } from '../terminal';
import { findAccount, type Account } from './findAccount';
import { openLog } from './openLog';
import { stateFolder } from './stateFolder';

/** An account with a client that asks in its name. */
export interface OpenAccount extends Account {
  readonly api: NcloudApi;
  readonly log: Logger;
  readonly settle: Settle;
  /** What runs of this program share on this machine. */
  readonly folder: string;
}

/** Longer (s) than anybody waits for an answer. */
const longestTimeout = 300;

/** Finds the keys and makes a client, without asking for anything yet. Throws CommandError. */
export async function openAccount(terminal: Terminal, options: OptionValues): Promise<OpenAccount> {
  const account = await findAccount(terminal.env, options.profile);
  const { accessKey, secretKey } = account.keys;
  const timeoutMs = timeoutOf(options.timeout);
  const log = openLog(terminal, options, [accessKey, secretKey]);
  const folder = stateFolder(terminal.env);
  const { createApi } = await import('../../api/createApi');
  const api = createApi({
    gatewayUrl: account.gatewayUrl,
    stsUrl: account.stsUrl,
    credentials: () => Promise.resolve(account.keys),
    now: () => terminal.clock.now(),
    log,
    timeoutMs,
    usesEnvironmentProxy: usesProxy(account.gatewayUrl, terminal.env),
    pacing: { paces: new Map(), folder: path.join(folder, 'pace') },
  });
  terminal.signal.addEventListener('abort', () => log.info('asked to stop'));
  return { ...account, api, log, folder, settle: account.isSandbox ? limits.settleOfSandbox : limits.settle };
}

/** As in VS Code, nothing on this machine is asked through a proxy. Throws CommandError for a variable that names none. */
function usesProxy(gatewayUrl: string, env: Terminal['env']): boolean {
  const { protocol, hostname } = new URL(gatewayUrl);
  if (protocol === 'http:' || isLoopback(hostname)) return false;
  const name = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find((one) => env[one]);
  const address = name === undefined ? '' : (env[name] ?? '');
  if (name !== undefined && !(/^https?:\/\//i.test(address) && URL.canParse(address))) {
    throw new CommandError([l10n.t('{0} is the address of a proxy, such as {1}.', name, 'http://proxy.example:3128')]);
  }
  return name !== undefined;
}

function timeoutOf(text: string | undefined): number {
  if (text === undefined) return limits.requestTimeoutMs;
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > longestTimeout) {
    throw new CommandError([l10n.t('{0} is a number from 1 to {1}.', '--timeout', longestTimeout)]);
  }
  return seconds * 1_000;
}
