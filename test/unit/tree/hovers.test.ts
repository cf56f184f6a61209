import { describe, expect, it } from 'vitest';
import type { MarkdownString, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { buildScope } from '../../support/buildProfile';
import { openNetworkTree, openSandboxApi } from '../../support/networkTreeBench';
import { drawTree, type DrawnNode } from '../../support/treeText';

const scope = buildScope();

/** Every row of the sandbox in a grouping, with several regions side by side. */
async function rows(groupBy: 'subnet' | 'server' | 'flat'): Promise<DrawnNode[]> {
  const { api } = await openSandboxApi({ transitVpc: true });
  const { tree, displays, scopes } = await openNetworkTree(() => Promise.resolve(api));
  await displays.set('p1', { groupBy, filters: [] });
  await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
  await drawTree(tree);
  return drawTree(tree);
}

const hoverOf = ({ tooltip }: TreeItem): MarkdownString => tooltip as MarkdownString;
const textOf = (item: TreeItem): string =>
  `${item.label as string} ${typeof item.description === 'string' ? item.description : ''}`;
const row = (drawn: readonly DrawnNode[], label: string): TreeItem =>
  drawn.find(({ item }) => item.label === label)!.item;

describe.each(['subnet', 'server', 'flat'] as const)('by %s', (groupBy) => {
  it('a hover holds everything that its row may cut off', async () => {
    const drawn = await rows(groupBy);
    expect(drawn.length).toBeGreaterThan(40);
    for (const { item } of drawn) {
      const hover = hoverOf(item).value.replaceAll('\\', '').toLowerCase();
      const words = textOf(item)
        .toLowerCase()
        .split(/[\s·]+/);
      // `7/249` of a row is `7 of 249` where there is room for it.
      const missing = words.filter((word) => !hover.includes(word) && !hover.includes(word.replace('/', ' of ')));
      expect(missing, textOf(item)).toEqual([]);
    }
  });
});

describe('a hover', () => {
  it.each([
    ['web-pub', ['3104', '10.0.10.6 – 10.0.10.254', 'prod-vpc', 'managed services']],
    ['prod-vpc', ['1204', 'KR', '7 subnets']],
    ['10.0.10.20', ['Secondary IP', 'web-02/eth0', '701237', 'web-pub', 'prod-vpc']],
    ['10.0.10.14', ['Primary IP', 'web-01/eth0', '203.0.113.24']],
    ['web-01/eth0', ['prod-vpc', 'web-pub', 'KR-2', '203.0.113.24']],
    ['KR', ['production', 'Network interfaces']],
    ['production', ['Public']],
  ])('of %s says more than its row', async (label, more) => {
    const { value } = hoverOf(row(await rows('subnet'), label));
    for (const text of more) expect(value.replaceAll('\\', '')).toContain(text);
  });

  it('of a server names the addresses of its interfaces', async () => {
    const { value } = hoverOf(row(await rows('server'), 'db-01'));
    expect(value).toContain('10.0.20.10, 10.0.20.100');
  });
});

describe('what is full', () => {
  const colorOf = ({ iconPath }: TreeItem): string | undefined =>
    ((iconPath as ThemeIcon).color as (ThemeColor & { readonly id: string }) | undefined)?.id;

  it.each([
    ['batch-priv', '9/9 full', '10.0.60.0/28, 9 of 9 seen in use, full, private, KR-2'],
    ['db-01/eth2', '5/5 full', '5 of 5 secondary IPs, full, in use'],
  ])('%s says so in a word, with a mark, and aloud', async (label, shown, spoken) => {
    const item = row(await rows('subnet'), label);
    expect(item.description).toContain(shown);
    expect(colorOf(item)).toBe('list.warningForeground');
    expect(item.accessibilityInformation?.label).toContain(spoken);
  });

  it.each(['web-pub', 'web-02/eth0'])('%s is not', async (label) => {
    const item = row(await rows('subnet'), label);
    expect(`${textOf(item)} ${item.accessibilityInformation?.label}`).not.toContain('full');
    expect(colorOf(item)).toBeUndefined();
  });
});
