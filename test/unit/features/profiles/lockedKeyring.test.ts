import { describe, expect, it } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { doctor } from '../../../../src/features/doctor/doctor';
import { updateKeys } from '../../../../src/features/profiles/askKeys';
import { MissingKeysError } from '../../../../src/session/keys/missingKeys';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { chosenKeys } from '../../../support/sandbox';
import { user, type Reply } from '../../../support/scriptedPrompter';

const { accessKey, secretKey } = chosenKeys;
const entersKeysForThisSession = [user.types(accessKey), user.types(secretKey), user.says(true)];

/** A profile whose keys are behind a secret storage that fails at every access. */
async function openLocked(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { profiles } = bench.context;
  await profiles.remove(bench.profile.id);
  await profiles.save(buildProfile({ site: 'custom', gatewayUrl: bench.sandbox.url }));
  bench.secrets.failWith(new Error(`locked, holding ${secretKey}`));
  return bench;
}

describe('a secret storage that cannot be read', () => {
  it('does not stand in the way of entering keys for this session', async () => {
    const { context } = await openLocked(...entersKeysForThisSession);
    expect(await call(updateKeys, context)).toEqual({ profile: 'p1' });
    expect(await context.credentials.read('p1')).toEqual({ accessKey, secretKey });
  });

  it('has a command ask for keys, and go on', async () => {
    const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };
    const { context } = await openLocked(...entersKeysForThisSession, user.picks('Assign'));
    expect(await call(assignSecondaryIps, context, wanted)).toMatchObject({ result: 'applied' });
  });

  it('is a finding of the doctor, who looks at everything else', async () => {
    const { context, opened } = await openLocked();
    const diagnosis = await call(doctor, context);
    expect(diagnosis).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ symptom: 'keyMissing' }),
        expect.objectContaining({ layer: 'tcp', status: 'ok' }),
      ]) as unknown,
    });
    expect([...opened.values()].join('\n')).not.toContain(secretKey);
  });

  it('is an error with our words, not its own, for code', async () => {
    const { context } = await openLocked();
    const failure = await context.apis.get(buildProfile({ site: 'custom' })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MissingKeysError);
    expect(failure).toMatchObject({ reason: 'unreadable' });
    expect(String(failure)).not.toContain(secretKey);
  });
});
