import { dropAbsent } from '../model/dropAbsent';
import type { Check } from './check';
import type { Diagnosis } from './diagnosis';
import type { DoctorDeps } from './doctorDeps';
import { examineKey } from './examineKey';
import { examineWire } from './examineWire';
import type { Run } from './run';

/**
 * Checks a connection layer by layer, from the name of the host to every permission, and tells each result as it comes.
 * Reads only. When cancelled it gives what was found until then; it rejects only on a fault of the extension itself.
 */
export async function examine(
  deps: DoctorDeps,
  signal: AbortSignal,
  onCheck: (check: Check) => void,
): Promise<Diagnosis> {
  const { endpoint, regionCode, client, now, proxies } = deps;
  const at = now();
  const checks: Check[] = [];
  const run: Run = async (work) => {
    signal.throwIfAborted();
    const startedAt = now();
    const verdict = await work();
    // Cut short by Cancel, its failure would say nothing about the connection.
    signal.throwIfAborted();
    const check = { ...verdict, tookMs: Math.max(0, now() - startedAt) };
    checks.push(check);
    onCheck(check);
    return check;
  };
  const isCancelled = await walk(deps, run, signal).then(
    () => false,
    (error: unknown) => {
      if (!signal.aborted) throw error;
      return true;
    },
  );
  const failing = checks.find(({ status }) => status === 'failed');
  return dropAbsent({
    at,
    gatewayUrl: new URL(endpoint.gatewayUrl).origin,
    stsUrl: new URL(endpoint.stsUrl).origin,
    regionCode,
    keyHint: client && maskAccessKey(client.accessKey),
    isProxyStrict: proxies.isStrict,
    checks,
    failing,
    isCancelled,
  });
}

async function walk(deps: DoctorDeps, run: Run, signal: AbortSignal): Promise<void> {
  const wire = await examineWire(deps, run, signal);
  await examineKey(deps, wire, run, signal);
}

/** Enough of an access key to tell which one it is: a quarter of it, four characters at most. */
function maskAccessKey(accessKey: string): string {
  return `${accessKey.slice(0, Math.min(4, accessKey.length >> 2))}…`;
}
