import { describe, expect, it, vi } from 'vitest';
import { env } from 'vscode';
import { openInConsole } from '../../../../src/features/details/openInConsole';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import type { Profile } from '../../../../src/session/profile';

async function open(profile: Partial<Profile>): Promise<string | undefined> {
  const opened = vi.spyOn(env, 'openExternal').mockClear();
  const built = buildProfile(profile);
  const profiles = { all: () => [built], active: () => built };
  await call(openInConsole, { profiles } as unknown as Parameters<typeof openInConsole>[0]);
  return opened.mock.lastCall?.[0]?.toString();
}

describe('Open NAVER Cloud Console', () => {
  it.each([
    ['public', 'https://console.ncloud.com'],
    ['gov', 'https://console.gov-ncloud.com'],
    ['fin', 'https://console.fin-ncloud.com'],
  ] as const)('opens the console of the site: %s', async (site, url) => {
    expect(await open({ site })).toBe(url);
  });

  it.each<Partial<Profile>>([{ site: 'sandbox' }, { site: 'custom', gatewayUrl: 'https://gateway.example' }])(
    'opens nothing where there is none: $site',
    async (profile) => {
      expect(await open(profile)).toBeUndefined();
    },
  );
});
