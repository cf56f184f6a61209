import type { Check } from '../../../src/doctor/check';
import type { Diagnosis } from '../../../src/doctor/diagnosis';
import type { DoctorDeps } from '../../../src/doctor/doctorDeps';
import { examine } from '../../../src/doctor/examine';
import { createNodeWire } from '../../../src/doctor/nodeWire';
import type { ProxySettings } from '../../../src/doctor/chooseProxy';
import type { Wire } from '../../../src/doctor/wire';
import { fakeApi } from '../../support/fakeApi';

export const korea = { regionCode: 'KR', regionName: 'Korea' };
export const accessKey = 'ncpTestAccessKey0001';

/** An account in order: one region, a key that may do everything. */
export const healthyApi = (methods: Parameters<typeof fakeApi>[0] = {}) =>
  fakeApi({ getRegionList: () => Promise.resolve([korea]), ...methods });

export interface Setup extends Partial<Omit<DoctorDeps, 'wire' | 'proxies'>> {
  readonly wire?: Partial<Wire>;
  readonly proxies?: Partial<ProxySettings>;
}

/** The doctor on the real network of this machine, with whatever is said replaced. */
export function buildDeps(gatewayUrl: string, { wire, proxies, ...rest }: Setup = {}): DoctorDeps {
  return {
    endpoint: { gatewayUrl, stsUrl: gatewayUrl },
    regionCode: 'KR',
    client: { api: healthyApi(), accessKey },
    wire: { ...createNodeWire(() => Date.now()), ...wire },
    proxies: { proxy: '', isStrict: true, support: 'override', noProxy: [], env: {}, ...proxies },
    now: () => Date.now(),
    timeoutMs: 5_000,
    ...rest,
  };
}

export function diagnose(gatewayUrl: string, setup: Setup = {}): Promise<Diagnosis> {
  return examine(buildDeps(gatewayUrl, setup), new AbortController().signal, () => undefined);
}

/** The check with this id; throws when it was not made. */
export function checkOf({ checks }: Diagnosis, id: string): Check {
  const found = checks.find((check) => check.id === id);
  if (!found) throw new Error(`no check ${id} among ${checks.map((check) => check.id).join(', ')}`);
  return found;
}

/** `id status symptom`, in order. */
export function summary({ checks }: Pick<Diagnosis, 'checks'>): string[] {
  return checks.map(({ id, status, symptom }) => `${id} ${status} ${symptom}`);
}

/** An error as the network gives it. */
export function networkError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
