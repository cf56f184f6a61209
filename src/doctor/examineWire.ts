import type { Check, Verdict } from './check';
import { checkClock } from './checkClock';
import { checkDns } from './checkDns';
import { checkProxy } from './checkProxy';
import { checkTcp } from './checkTcp';
import { checkTls } from './checkTls';
import type { DoctorDeps } from './doctorDeps';
import type { Run } from './run';
import { createTarget, type Target } from './target';

/** What the layers above need to know of the wire. */
export interface WireState {
  /** The lowest check that keeps every call from arriving; undefined when calls can be made. */
  readonly blocking: Check | undefined;
  readonly isStsReachable: boolean;
}

/** Name, connection, proxy, certificate and clock: the gateway first, then the host of identities where it is another one. */
export async function examineWire(deps: DoctorDeps, run: Run, signal: AbortSignal): Promise<WireState> {
  const { endpoint, wire, proxies, timeoutMs } = deps;
  const limited = (): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const origins = new Set([endpoint.gatewayUrl, endpoint.stsUrl].map((url) => new URL(url).origin));
  const [gateway, sts] = [...origins].map((url) => createTarget(url, proxies, (base) => wire.reach(base, limited())));
  if (!gateway) throw new TypeError('there is no gateway');

  const verdicts = new Map<Target, Verdict[]>();
  const check = async (target: Target, work: (lower: readonly Verdict[]) => Promise<Verdict>): Promise<Check> => {
    const lower = verdicts.get(target) ?? [];
    verdicts.set(target, lower);
    return run(async () => {
      const verdict = await work(lower);
      lower.push(verdict);
      return target === gateway ? verdict : soften(verdict);
    });
  };
  const targets = sts ? [gateway, sts] : [gateway];
  const layers: readonly ((target: Target, lower: readonly Verdict[]) => Promise<Verdict>)[] = [
    (target) => checkDns(wire, target, limited()),
    (target, lower) => checkTcp(wire, target, lower, limited()),
    (target) => checkProxy(wire, target, limited()),
    (target, lower) => checkTls(wire, target, lower, limited()),
  ];
  const noted: Check[] = [];
  for (const layer of layers) {
    for (const target of targets) noted.push(await check(target, (lower) => layer(target, lower)));
  }
  const broken = noted.find(({ status }) => status === 'failed');
  const clock = await run(() => checkClock(gateway, broken));
  const isStsReachable = !sts || !verdicts.get(sts)?.some(({ status }) => status === 'failed');
  return { blocking: broken ?? (clock.status === 'failed' ? clock : undefined), isStsReachable };
}

/** Without the host of identities everything but adding profiles works, so its failures do not stop anything. */
function soften(verdict: Verdict): Verdict {
  return verdict.status === 'failed' ? { ...verdict, status: 'warning' } : verdict;
}
