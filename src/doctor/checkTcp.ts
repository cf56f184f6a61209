import type { Verdict } from './check';
import { codeOf, excuse } from './codeOf';
import type { Target } from './target';
import type { Wire } from './wire';

/** Whether the host takes connections from here. Informational behind a proxy. */
export async function checkTcp(
  wire: Pick<Wire, 'connect'>,
  target: Target,
  lower: readonly Verdict[],
  signal: AbortSignal,
): Promise<Verdict> {
  const { host, port } = target;
  const base = { id: `tcp:${host}`, layer: 'tcp' } as const;
  const blocking = lower.find(({ status }) => status === 'failed');
  if (blocking) {
    return { ...base, status: 'skipped', symptom: 'blocked', facts: { host, port, blockedBy: blocking.id } };
  }
  try {
    const socket = await wire.connect(target, signal);
    const address = socket.remoteAddress;
    socket.destroy();
    return {
      ...base,
      status: 'ok',
      symptom: 'connected',
      facts: { host, port, ...(address !== undefined && { addresses: [address] }) },
    };
  } catch (error) {
    const facts = { host, port, code: codeOf(error) };
    const symptom = await excuse(target);
    if (symptom) return { ...base, status: 'skipped', symptom, facts };
    return { ...base, status: 'failed', symptom: 'notConnected', facts };
  }
}
