import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/session/scope';
import { buildProfile } from '../../support/buildProfile';
import { fakeApi } from '../../support/fakeApi';
import { expectGolden } from '../../support/goldenText';
import { openNetworkTree, type NetworkTreeBench } from '../../support/networkTreeBench';
import { drawTree, treeText } from '../../support/treeText';

const keys = { accessKey: 'made-up', secretKey: 'made-up-too' };
/** Around noon, which is when the tree is drawn. */
const [before, after] = [new Date(2026, 0, 5, 11, 58), new Date(2026, 0, 5, 14, 2)];

const production = buildProfile();
const staging = buildProfile({ id: 'p2', name: 'staging', site: 'gov' });
const audit = buildProfile({ id: 'p3', name: 'audit', protection: 'readOnly' });
const lasting = buildProfile({ id: 'p4', name: 'lasting' });
const all = [production, staging, audit, lasting];

const pins: readonly Scope[] = [
  { profile: production, regionCode: 'KR' },
  { profile: production, regionCode: 'JPN' },
  { profile: staging, regionCode: 'KR' },
  { profile: staging, regionCode: 'JPN' },
  { profile: audit, regionCode: 'KR' },
  { profile: lasting, regionCode: 'KR' },
];

async function open(): Promise<NetworkTreeBench & { readonly look: () => Promise<void> }> {
  const bench = await openNetworkTree(() => Promise.resolve(fakeApi({})));
  const { credentials, keyEnds, profiles } = bench;
  for (const profile of all) await profiles.save(profile);
  credentials.remember(production.id, { ...keys, expiresAt: after.getTime() });
  credentials.remember(staging.id, { ...keys, expiresAt: before.getTime() });
  credentials.remember(audit.id, { ...keys, expiresAt: after.getTime() });
  credentials.remember(lasting.id, keys);
  return { ...bench, look: () => keyEnds.look(all.map(({ id }) => id)) };
}

describe('the end of temporary keys', () => {
  it('stands once for each profile, on the row that stands for it, and is read aloud', async () => {
    const { tree, scopes, look } = await open();
    await scopes.pin(pins);
    await look();
    await drawTree(tree);
    const lines = (await drawTree(tree))
      .filter(({ item }) => item.contextValue === 'profile' || item.contextValue === 'region')
      .flatMap(({ item: { label, description, accessibilityInformation }, depth }) => {
        const indent = '  '.repeat(depth);
        return [
          `${indent}${label as string}  ${description as string}`,
          `${indent}  aloud: ${accessibilityInformation?.label}`,
        ];
      });
    await expectGolden(import.meta.filename, 'keys-end.txt', lines);
  });

  it('has no row where a single region is shown: the status bar tells', async () => {
    const { tree, look } = await open();
    await look();
    expect(await treeText(tree)).not.toContain('keys');
  });
});
