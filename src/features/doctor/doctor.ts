import { env as editor, l10n, version, workspace } from 'vscode';
import type { Credentials } from '../../api/credentials';
import type { DoctorDeps } from '../../doctor/doctorDeps';
import { pickProfile } from '../ask/pickProfile';
import { isMissingKeys } from '../../session/keys/missingKeys';
import { endpointOf, type Profile } from '../../session/profile';
import { documentPath } from '../../words/documentPath';
import { doctorReport, doctorSummary } from './doctorReport';
import { doctorText } from './doctorText';
import { withCancellableProgress } from '../../ui/progress';
import { siteText } from '../../words/siteText';
import type { CommandContext } from '../commandContext';
import { readKeys } from '../profiles/keys';
import { profileOption, type Arguments } from '../readArguments';

type Parts = Pick<
  CommandContext,
  'profiles' | 'prompter' | 'credentials' | 'apis' | 'sandbox' | 'documents' | 'clock' | 'env' | 'log'
>;

/** One answer of the wire has this long; the calls of the client have their own time. */
const timeoutMs = 10_000;

/**
 * Check the Connection: looks at every layer between here and each region of a profile, names the one that fails and what
 * fixes it, and opens the report. By code: `{ profile }`; gives the diagnosis, which holds no secret.
 */
export async function doctor(context: Parts, args: Arguments): Promise<unknown> {
  const { profiles, prompter, documents, log } = context;
  const wanted = profileOption(args) ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const title = l10n.t('Check the Connection');
  const profile = await pickProfile(prompter, profiles, title, wanted);
  if (!profile) return undefined;
  const diagnosis = await withCancellableProgress(title, async (signal, report) => {
    const [{ examine }, deps] = await Promise.all([import('../../doctor/examine'), depsFor(context, profile)]);
    return examine(deps, signal, (check) => {
      log.info(`doctor: ${check.id} ${check.status} ${check.symptom} ${Math.round(check.tookMs)} ms`);
      report(doctorText(check).message);
    });
  });
  log.info(`doctor: ${doctorSummary(diagnosis)}`);
  const about = { profileName: profile.name, site: siteText(profile.site), machine: machine() };
  await documents.open(documentPath(['connection', profile.id], title), doctorReport(diagnosis, about));
  return diagnosis;
}

async function depsFor(context: Parts, profile: Profile): Promise<DoctorDeps> {
  const { clock, env } = context;
  const { createNodeWire } = await import('../../doctor/nodeWire');
  const http = workspace.getConfiguration('http');
  return {
    ...(await connect(context, profile)),
    regionCode: profile.regionCode,
    wire: createNodeWire(() => clock.now()),
    proxies: {
      proxy: http.get('proxy', ''),
      isStrict: http.get('proxyStrictSSL', true),
      support: http.get('proxySupport', 'override'),
      noProxy: http.get('noProxy', []),
      env,
    },
    now: () => clock.now(),
    timeoutMs,
  };
}

/** Where the profile's calls go and with which client. Keys that are not on this machine are a finding, not an error. */
async function connect(context: Parts, profile: Profile): Promise<Pick<DoctorDeps, 'endpoint' | 'client'>> {
  const { apis, sandbox } = context;
  const fixed = endpointOf(profile);
  if (!fixed) {
    const running = await sandbox.open();
    return { endpoint: { gatewayUrl: running.url, stsUrl: running.url }, client: await client(running) };
  }
  const keys = await readKeys(context, profile);
  return { endpoint: fixed, client: keys && (await client(keys)) };

  async function client({ accessKey, expiresAt }: Credentials): Promise<DoctorDeps['client']> {
    try {
      return { api: await apis.get(profile), accessKey, ...(expiresAt !== undefined && { expiresAt }) };
    } catch (error) {
      if (isMissingKeys(error)) return undefined;
      throw error;
    }
  }
}

function machine(): string {
  return [`VS Code ${version}`, process.platform, editor.remoteName].filter(Boolean).join(' · ');
}
