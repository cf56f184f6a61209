import { describe, expect, it } from 'vitest';
import { createCredentialStore } from '../../../../src/session/keys/credentialStore';
import { createKeyEnds } from '../../../../src/session/keys/keyEnds';
import { memorySecrets } from '../../../support/memorySecrets';

const keys = { accessKey: 'made-up', secretKey: 'made-up-too' };

/** Noon is 12; keys of `p1` end at 14, those of `p2` never. */
function open() {
  const secrets = memorySecrets();
  const credentials = createCredentialStore(secrets);
  credentials.remember('p1', { ...keys, expiresAt: 14 });
  credentials.remember('p2', keys);
  const clock = { now: 12 };
  const ends = createKeyEnds(credentials, () => clock.now);
  let changes = 0;
  ends.onDidChange(() => changes++);
  return { secrets, credentials, clock, ends, changes: () => changes };
}

describe('the end of keys', () => {
  it('is known of temporary ones only, and not before somebody looks', async () => {
    const { ends } = open();
    expect(ends.get('p1')).toBeUndefined();
    await ends.look(['p1', 'p2', 'without keys']);
    expect(['p1', 'p2', 'without keys'].map((id) => ends.get(id))).toEqual([
      { at: 14, isOver: false },
      undefined,
      undefined,
    ]);
  });

  it('is over when it has come, which is told once', async () => {
    const { ends, clock, changes } = open();
    await ends.look(['p1']);
    clock.now = 13;
    await ends.look(['p1']);
    expect(changes()).toBe(1);
    clock.now = 14;
    await ends.look(['p1']);
    await ends.look(['p1']);
    expect(ends.get('p1')).toEqual({ at: 14, isOver: true });
    expect(changes()).toBe(2);
  });

  it('is another one with other keys, and none with lasting ones', async () => {
    const { ends, credentials, changes } = open();
    await ends.look(['p1']);
    credentials.remember('p1', { ...keys, expiresAt: 20 });
    await ends.look(['p1']);
    expect(ends.get('p1')).toEqual({ at: 20, isOver: false });
    credentials.remember('p1', keys);
    await ends.look(['p1']);
    expect(ends.get('p1')).toBeUndefined();
    expect(changes()).toBe(3);
  });

  it('is forgotten of profiles that are not looked at any more', async () => {
    const { ends } = open();
    await ends.look(['p1']);
    await ends.look(['p2']);
    expect(ends.get('p1')).toBeUndefined();
  });

  it('of one profile is known though the keys of another cannot be read', async () => {
    const { ends, secrets } = open();
    secrets.failWith(new Error('The keyring is locked'));
    await ends.look(['stored', 'p1']);
    expect(ends.get('p1')).toEqual({ at: 14, isOver: false });
  });

  it('is that of the newest look, whichever is answered last', async () => {
    const first = Promise.withResolvers<typeof keys & { expiresAt: number }>();
    const answers = [first.promise, Promise.resolve({ ...keys, expiresAt: 20 })];
    const ends = createKeyEnds({ read: () => answers.shift()! }, () => 12);
    const older = ends.look(['p1']);
    await ends.look(['p1']);
    first.resolve({ ...keys, expiresAt: 14 });
    await older;
    expect(ends.get('p1')?.at).toBe(20);
  });
});
