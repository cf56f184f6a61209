import { describe, expect, it } from 'vitest';
import { openLink } from '../../../src/commands/registerDeepLinks';
import type { Scope } from '../../../src/session/networkStore';
import type { Subject } from '../../../src/tree/node';
import type { SearchQuestion } from '../../../src/ui/prompter';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';
import { buildProfile } from '../../support/buildProfile';

/** Two accounts that use the same range, as two VPCs may; everything that writes is absent, so a link that wrote would throw. */
function bench() {
  const scopes: Scope[] = ['one', 'two'].map((name) => ({
    profile: buildProfile({ id: name, name }),
    regionCode: 'KR',
  }));
  const network = buildNetwork({
    interfaces: [buildInterface({ networkInterfaceNo: '7', secondaryIpList: ['10.0.10.11'] })],
  });
  const revealed: { profile: string; subject: Subject }[] = [];
  const searched: (string | undefined)[] = [];
  const context = {
    scopes: { shown: () => scopes },
    profiles: { get: (id: string) => scopes.find(({ profile }) => profile.id === id)?.profile },
    networks: { load: () => Promise.resolve({ network }) },
    looks: { get: () => ({ groupBy: 'subnet', filters: [] }) },
    tree: {
      find(scope: Scope, isIt: (subject: Subject) => boolean) {
        const subject: Subject = {
          kind: 'address',
          scope,
          networkInterfaceNo: '7',
          address: '10.0.10.11',
          role: 'secondary',
        };
        return Promise.resolve(isIt(subject) ? { subject } : undefined);
      },
    },
    view: {
      reveal({ subject }: { subject: Subject }) {
        revealed.push({ profile: subject.scope.profile.id, subject });
        return Promise.resolve();
      },
    },
    prompter: {
      search: ({ value }: SearchQuestion<unknown>) => {
        searched.push(value);
        return Promise.resolve(undefined);
      },
    },
  } as unknown as Parameters<typeof openLink>[0];
  return { context, revealed, searched };
}

describe('a deep link', () => {
  it('reveals the address in the profile it names', async () => {
    const { context, revealed } = bench();
    await openLink(context, { path: '/address/10.0.10.11', query: 'profile=two' });
    expect(revealed.map(({ profile, subject }) => [profile, subject.kind])).toEqual([['two', 'address']]);
  });

  it('opens the search for an address that nobody holds, and for a profile that is not there', async () => {
    const { context, revealed, searched } = bench();
    await openLink(context, { path: '/address/10.0.10.99', query: '' });
    await openLink(context, { path: '/address/10.0.10.11', query: 'profile=three' });
    expect(searched).toEqual(['10.0.10.99', '10.0.10.11']);
    expect(revealed).toEqual([]);
  });

  it.each(['/assign/10.0.10.11', '/address/10.0.10.11/extra', '/address/<b>', '/'])(
    'does nothing for %s',
    async (path) => {
      const { context, revealed, searched } = bench();
      await openLink(context, { path, query: 'networkInterfaceNo=7&confirm=false' });
      expect([revealed, searched]).toEqual([[], []]);
    },
  );
});
