import { haveEnded, type Credentials } from '../api/credentials';
import { ask } from './ask';
import type { Check } from './check';
import { checkKey, expiredKey, missingKey } from './checkKey';
import { checkPermission, readProbes, unprobedWrites, type ReadProbe } from './checkPermission';
import { checkRegion, unknownRegion } from './checkRegion';
import { checkSignature } from './checkSignature';
import type { DoctorDeps } from './doctorDeps';
import type { WireState } from './examineWire';
import { gatherKeyEvidence, type KeyEvidence } from './keyEvidence';
import { blocked, type Run } from './run';

/** Signature, key, every permission, every region. What the wire or the key makes pointless is skipped with the reason. */
export async function examineKey(
  { client, regionCode, now }: DoctorDeps,
  { blocking, isStsReachable }: WireState,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  const unusable = client ? expiry(client, now()) : missingKey;
  const obstacle = blocking?.id ?? (unusable && 'key');
  if (!client || obstacle !== undefined) {
    const reason = obstacle ?? 'key';
    await run(() => blocked('signature', 'signature', reason));
    await run(() => unusable ?? blocked('key', 'key', reason));
    await run(() => blocked('permission', 'permission', reason));
    await run(() => blocked('region', 'region', reason));
    return;
  }
  signal.throwIfAborted();
  const evidence = await gatherKeyEvidence(client.api, isStsReachable, signal);
  const signature = await run(() => checkSignature(evidence));
  const key = await run(() =>
    signature.status === 'failed' ? blocked('key', 'key', signature.id) : checkKey(evidence, client.expiresAt),
  );
  const refusal = [signature, key].find(({ status }) => status === 'failed');
  if (refusal) {
    await run(() => blocked('permission', 'permission', refusal.id));
    await run(() => blocked('region', 'region', refusal.id));
    return;
  }
  const examination = { api: client.api, regionCode, evidence, run, signal };
  const listing = await examinePermissions(examination);
  await examineRegions(examination, listing);
}

/** What the permissions and the regions are examined with, once the service took the key. */
interface Examination {
  readonly api: NonNullable<DoctorDeps['client']>['api'];
  readonly regionCode: string;
  readonly evidence: KeyEvidence;
  readonly run: Run;
  readonly signal: AbortSignal;
}

function expiry(keys: Pick<Credentials, 'expiresAt'>, now: number): ReturnType<typeof expiredKey> | undefined {
  return keys.expiresAt !== undefined && haveEnded(keys, now) ? expiredKey(keys.expiresAt) : undefined;
}

/** Gives the check of getNetworkInterfaceList: the regions are asked with the same call. */
async function examinePermissions({ api, regionCode, evidence, run, signal }: Examination): Promise<Check> {
  const { regions, identity } = evidence;
  const known = regions.ok ? regions.value.map((region) => region.regionCode) : [];
  const where = known.length === 0 || known.includes(regionCode) ? regionCode : (known[0] ?? regionCode);
  const probe = (action: ReadProbe): Promise<Check> =>
    run(async () => checkPermission(action, await ask<unknown>(readProbes[action](api, where, signal))));
  await run(() => checkPermission('getRegionList', regions));
  await probe('getZoneList');
  await probe('getVpcList');
  await probe('getSubnetList');
  await probe('getServerInstanceList');
  const listing = await probe('getNetworkInterfaceList');
  await probe('getAccessControlGroupList');
  await run(() => unprobedWrites(identity?.ok ? identity.value.userType : undefined));
  return listing;
}

async function examineRegions(
  { api, regionCode, evidence: { regions }, run, signal }: Examination,
  listing: Check,
): Promise<void> {
  const known = regions.ok ? regions.value : [{ regionCode }];
  if (!known.some((region) => region.regionCode === regionCode)) {
    await run(() => unknownRegion(regionCode, regions.ok ? regions.value : []));
  }
  if (listing.symptom === 'denied') {
    await run(() => blocked('region', 'region', listing.id));
    return;
  }
  for (const region of known) {
    const asked = () => ask(readProbes.getNetworkInterfaceList(api, region.regionCode, signal));
    await run(async () => checkRegion(region, await asked()));
  }
}
