import { describe, expect, it } from 'vitest';
import type { Credentials } from '../../../../src/api/credentials';
import { sites } from '../../../../src/api/sites';
import { profileSteps } from '../../../../src/features/profiles/askProfile';
import type { ProfileAnswers, ProfileFlowDeps } from '../../../../src/features/profiles/profileAnswers';
import type { FoundKeys } from '../../../../src/session/keys/ncloudConfigure';
import type { Probe } from '../../../../src/session/keys/probeKeys';
import type { Endpoint } from '../../../../src/session/profile';
import { runWizard } from '../../../../src/ui/wizard';
import { apiFailure } from '../../../support/apiFailure';
import { scriptedPrompter, user, type Asked, type Reply } from '../../../support/scriptedPrompter';

const accessKey = 'ncpTestAccessKey0001';
const secretKey = 'ncpTestSecretKey00000000000000000000ABCD';
const korea = { regionCode: 'KR', regionName: 'Korea' };
const japan = { regionCode: 'JPN', regionName: 'Japan' };
const good: Probe = { identity: { id: '1' }, regions: [korea], failures: [] };
const bad: Probe = {
  identity: undefined,
  regions: undefined,
  failures: [
    { call: 'caller-identity', error: apiFailure('credentials') },
    { call: 'getRegionList', error: apiFailure('credentials') },
  ],
};

interface Run {
  readonly answers: ProfileAnswers | undefined;
  readonly asked: readonly Asked[];
  /** What was tried, in order. */
  readonly tried: readonly (readonly [Endpoint, Credentials])[];
}

interface Setting extends Partial<Pick<ProfileFlowDeps, 'found' | 'namesTaken'>> {
  readonly given?: ProfileAnswers;
  /** One for each test; the last one stays. */
  readonly probes?: readonly Probe[];
}

async function ask({ given = {}, probes = [good], ...deps }: Setting, ...script: readonly Reply[]): Promise<Run> {
  const prompter = scriptedPrompter(...script);
  const tried: [Endpoint, Credentials][] = [];
  const steps = profileSteps(
    {
      prompter,
      found: [],
      namesTaken: ['taken'],
      now: () => Date.UTC(2026, 0, 5),
      probe: (endpoint, credentials) => {
        tried.push([endpoint, credentials]);
        return Promise.resolve(probes[Math.min(tried.length, probes.length) - 1]!);
      },
      ...deps,
    },
    given,
  );
  return { answers: await runWizard('Add Profile', steps, given), asked: prompter.asked, tried };
}
const toKeys = [user.picks('Public'), user.types('work')];
const keys = [user.types(accessKey), user.types(secretKey)];

describe('askProfile', () => {
  it('asks for site, name and keys, tries them, and takes the only region there is', async () => {
    const { answers, asked, tried } = await ask({}, ...toKeys, ...keys);
    expect(answers).toMatchObject({ site: 'public', name: 'work', accessKey, secretKey, regionCode: 'KR' });
    expect(tried).toEqual([[sites.public, { accessKey, secretKey }]]);
    expect(asked.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  });

  it('asks for the region where there are several', async () => {
    const probes = [{ ...good, regions: [korea, japan] }];
    const { answers, asked } = await ask({ probes }, ...toKeys, ...keys, user.picks('JPN'));
    expect(asked.at(-1)?.initially).toEqual(['KR']);
    expect(answers?.regionCode).toBe('JPN');
  });

  it('tries the keys at the site that was chosen', async () => {
    const { tried } = await ask({}, user.picks('Government'), user.types('work'), ...keys);
    expect(tried[0]?.[0]).toEqual(sites.gov);
  });

  it('asks a custom site for its address, which must be safe', async () => {
    const { answers, tried } = await ask(
      {},
      user.picks('Custom address'),
      user.isRefused('http://gateway.example', 'https://'),
      user.isRefused('gateway.example', 'https://'),
      user.types(' https://gateway.example '),
      user.types('work'),
      ...keys,
    );
    expect(answers?.gatewayUrl).toBe('https://gateway.example');
    expect(tried[0]?.[0].gatewayUrl).toBe('https://gateway.example');
  });

  it('refuses names that are empty or taken, and keys that are empty or cut', async () => {
    const { answers } = await ask(
      {},
      user.picks('Public'),
      user.isRefused(' ', 'Enter a name.'),
      user.isRefused('taken', 'Profile taken already exists'),
      user.types(' work '),
      user.isRefused('', 'Paste the key.'),
      user.types(` ${accessKey}\n`),
      user.isRefused('two words', 'no spaces'),
      user.types(secretKey),
    );
    expect(answers).toMatchObject({ name: 'work', accessKey });
  });

  it('asks only for what is missing', async () => {
    const given = { site: 'public', name: 'work', accessKey } as const;
    const { answers, asked } = await ask({ given }, user.types(secretKey));
    expect(asked).toHaveLength(1);
    expect(answers).toMatchObject({ ...given, secretKey });
  });

  it('keeps what it was given when it asks for the site', async () => {
    const given = { name: 'work', accessKey, secretKey, regionCode: 'JPN' };
    const { answers } = await ask({ given }, user.picks('Financial'));
    expect(answers).toMatchObject({ ...given, site: 'fin' });
  });

  it('forgets keys of another site when the user goes back and chooses that', async () => {
    const { asked } = await ask(
      {},
      ...toKeys,
      user.types(accessKey),
      user.goesBack('half a secret'),
      user.goesBack(),
      user.goesBack(),
      user.picks('Financial'),
      user.types('work'),
      user.dismisses(),
    );
    expect(asked.at(-1)?.initially).toEqual(['']);
  });

  it('keeps what was typed when the user goes back and forth', async () => {
    const { asked } = await ask(
      {},
      ...toKeys,
      user.goesBack('half'),
      user.goesBack('home'),
      user.picks('Public'),
      user.types('home'),
      user.dismisses(),
    );
    expect(asked.slice(3).map(({ initially }) => initially)).toEqual([
      ['work'],
      ['Public (ncloud.com)'],
      ['home'],
      ['half'],
    ]);
  });

  describe('a failing test', () => {
    it('says which call failed and why', async () => {
      const { answers, asked } = await ask({ probes: [bad] }, ...toKeys, ...keys, user.dismisses());
      expect(answers).toBeUndefined();
      const { words, choices } = asked.at(-1)!;
      expect(words).toBe('Both API calls failed: caller-identity, getRegionList');
      expect(choices).toEqual([
        'caller-identity, getRegionList: NAVER Cloud rejected these keys.',
        'Correct the Keys',
        'Save Anyway',
      ]);
    });

    it('tells the call that failed from the one that works, and what that one says', async () => {
      const [identityFails, regionsFail] = bad.failures;
      const probes: Probe[] = [
        { ...good, identity: undefined, failures: [{ ...identityFails!, error: apiFailure('network') }] },
        {
          identity: { id: '1', loginAlias: 'net-ops', userType: 'Sub' },
          regions: undefined,
          failures: [{ ...regionsFail!, error: apiFailure('permission', { action: 'getRegionList' }) }],
        },
      ];
      const { asked } = await ask({ probes }, ...toKeys, ...keys, user.goesBack(), ...keys.slice(1), user.dismisses());
      const told = asked.filter(({ words }) => words.includes('failed'));
      expect(told.map(({ words, choices }) => [words, ...choices.slice(0, 2)])).toEqual([
        [
          'caller-identity failed, getRegionList works',
          'caller-identity: Could not reach NAVER Cloud.',
          'getRegionList: regions KR',
        ],
        [
          'getRegionList failed, caller-identity works',
          'getRegionList: These keys are not allowed to call getRegionList.',
          'caller-identity: the keys belong to net-ops · sub account',
        ],
      ]);
    });

    it('names each call where they failed for reasons of their own', async () => {
      const [identityFails, regionsFail] = bad.failures;
      const failures = [{ ...identityFails!, error: apiFailure('network') }, regionsFail!];
      const { asked } = await ask({ probes: [{ ...bad, failures }] }, ...toKeys, ...keys, user.dismisses());
      expect(asked.at(-1)?.choices.slice(0, 2)).toEqual([
        'caller-identity: Could not reach NAVER Cloud.',
        'getRegionList: NAVER Cloud rejected these keys.',
      ]);
    });

    it.each(['Correct the Keys', 'getRegionList: '])('leads back to the keys, not to the start: %s', async (label) => {
      const { answers, asked, tried } = await ask(
        { probes: [bad, good] },
        ...toKeys,
        user.types(accessKey),
        user.types('ncpTestSecretKeyMistyped'),
        user.picks(label),
        user.types(secretKey),
      );
      expect(asked.at(-1)?.initially).toEqual(['ncpTestSecretKeyMistyped']);
      expect(tried.map(([, credentials]) => credentials.secretKey)).toEqual(['ncpTestSecretKeyMistyped', secretKey]);
      expect(answers).toMatchObject({ name: 'work', accessKey, secretKey });
      expect(answers?.unproven).not.toBe(true);
    });

    it('can be overruled', async () => {
      const { answers, tried } = await ask({ probes: [bad] }, ...toKeys, ...keys, user.picks('Save Anyway'));
      expect(answers).toMatchObject({ accessKey, secretKey, unproven: true });
      expect(tried).toHaveLength(1);
    });

    it('is repeated for other keys, also after it was overruled', async () => {
      const halfBad: Probe = { ...bad, regions: [korea, japan], failures: bad.failures.slice(0, 1) };
      const { tried, answers } = await ask(
        { probes: [halfBad, { ...good, regions: [korea, japan] }] },
        ...toKeys,
        ...keys,
        user.picks('Save Anyway'),
        user.goesBack(),
        user.types('ncpTestSecretKeyCorrected'),
        user.picks('KR'),
      );
      expect(tried.map(([, credentials]) => credentials.secretKey)).toEqual([secretKey, 'ncpTestSecretKeyCorrected']);
      expect(answers?.unproven).not.toBe(true);
    });
  });

  it('goes back from the region to the keys: a test that succeeded shows nothing to go back to', async () => {
    const probes = [{ ...good, regions: [korea, japan] }];
    const { asked, answers } = await ask(
      { probes },
      ...toKeys,
      ...keys,
      user.goesBack(),
      user.types(secretKey),
      user.picks('KR'),
    );
    expect(asked.at(-2)?.words).toBe('Secret key');
    expect(answers?.regionCode).toBe('KR');
  });

  describe('keys found on this machine', () => {
    const found: FoundKeys = { name: 'DEFAULT', site: 'gov', accessKey, secretKey };

    it('are imported under a name of their own, without asking for them', async () => {
      const { answers, asked, tried } = await ask({ found: [found] }, user.picks('Import DEFAULT'), user.types('work'));
      expect(asked).toHaveLength(2);
      expect(asked[1]?.initially).toEqual(['DEFAULT']);
      expect(tried).toEqual([[sites.gov, { accessKey, secretKey }]]);
      expect(answers).toMatchObject({ site: 'gov', name: 'work', accessKey, secretKey });
    });

    it('can be corrected when they do not work', async () => {
      const { answers, asked } = await ask(
        { found: [found], probes: [bad, good] },
        user.picks('Import DEFAULT'),
        user.types('work'),
        user.picks('Correct the Keys'),
        user.types('work'),
        user.types('ncpTestAccessKey0009'),
        user.types(secretKey),
      );
      expect(asked.slice(4).map(({ initially }) => initially)).toEqual([[accessKey], [secretKey]]);
      expect(answers).toMatchObject({ site: 'gov', accessKey: 'ncpTestAccessKey0009' });
    });

    it('do not stay behind when the user goes back and starts afresh at the same site', async () => {
      const { asked, tried } = await ask(
        { found: [found] },
        user.picks('Import DEFAULT'),
        user.goesBack(),
        user.picks('Government'),
        user.types('work'),
        user.types('ncpTestAccessKey0009'),
        user.types('ncpTestSecretKey0009'),
      );
      expect(asked[4]?.initially).toEqual(['']);
      expect(tried[0]?.[1].accessKey).toBe('ncpTestAccessKey0009');
    });

    it('are not sent to an address that is not safe: it is asked for first', async () => {
      const unsafe: FoundKeys = { ...found, site: 'custom', gatewayUrl: 'http://gateway.example' };
      const { asked, tried } = await ask(
        { found: [unsafe] },
        user.picks('Import DEFAULT'),
        user.isRefused('http://gateway.example', 'https://'),
        user.types('https://gateway.example'),
        user.types('work'),
      );
      expect(asked[1]?.initially).toEqual(['http://gateway.example']);
      expect(tried.map(([{ gatewayUrl }]) => gatewayUrl)).toEqual(['https://gateway.example']);
    });

    it('keep the region they came with', async () => {
      const probes = [{ ...good, regions: [korea, japan] }];
      const { asked } = await ask(
        { found: [{ ...found, regionCode: 'JPN' }], probes },
        user.picks('Import DEFAULT'),
        user.types('work'),
        user.dismisses(),
      );
      expect(asked.at(-1)?.initially).toEqual(['JPN']);
    });
  });

  describe('temporary keys', () => {
    it('are asked when they end', async () => {
      const { answers } = await ask(
        {},
        user.picks('Temporary keys'),
        ...toKeys,
        ...keys,
        user.isRefused('soon', 'Enter minutes'),
        user.isRefused('721', 'Enter minutes'),
        user.isRefused('2026-01-04T00:00:00Z', 'a future time'),
        user.types('60'),
      );
      expect(answers).toMatchObject({ site: 'public', temporary: true, expires: '60' });
    });

    it('are asked when they end also when they were found on this machine', async () => {
      const found: FoundKeys = { name: 'Environment', site: 'public', accessKey, secretKey };
      const { answers } = await ask(
        { found: [found] },
        user.picks('Temporary keys'),
        user.picks('Import Environment'),
        user.types('work'),
        user.types('2026-01-05T14:22:07+0900'),
      );
      expect(answers).toMatchObject({ accessKey, expires: '2026-01-05T14:22:07+0900' });
    });

    it('can be taken for permanent again', async () => {
      const { answers, asked } = await ask(
        {},
        user.picks('Temporary keys'),
        user.picks('Temporary keys'),
        ...toKeys,
        ...keys,
      );
      expect(answers?.temporary).not.toBe(true);
      expect(asked.map(({ words }) => words).join()).not.toContain('When do these keys expire');
    });
  });
});
