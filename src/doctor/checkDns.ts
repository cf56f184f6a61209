import { isIP } from 'node:net';
import type { Verdict } from './check';
import { codeOf, excuse } from './codeOf';
import type { Target } from './target';
import type { Wire } from './wire';

/** Whether the host's name leads to an address. Behind a proxy it need not: the proxy looks it up. */
export async function checkDns(wire: Pick<Wire, 'lookup'>, target: Target, signal: AbortSignal): Promise<Verdict> {
  const { host } = target;
  const base = { id: `dns:${host}`, layer: 'dns' } as const;
  if (isIP(host) !== 0) return { ...base, status: 'skipped', symptom: 'isAddress', facts: { host } };
  try {
    const addresses = await wire.lookup(host, signal);
    return { ...base, status: 'ok', symptom: 'resolved', facts: { host, addresses } };
  } catch (error) {
    const facts = { host, code: codeOf(error) };
    const symptom = await excuse(target);
    if (symptom) return { ...base, status: 'skipped', symptom, facts };
    return { ...base, status: 'failed', symptom: 'notResolved', facts };
  }
}
