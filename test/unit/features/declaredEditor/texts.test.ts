import { describe, expect, it } from 'vitest';
import type { CodeLens, Diagnostic } from 'vscode';
import { completionPlace } from '../../../../src/declared/completionPlace';
import { declaredCompletions } from '../../../../src/features/declaredEditor/declaredCompletions';
import { declaredDiagnostics } from '../../../../src/features/declaredEditor/declaredDiagnostics';
import { declaredLenses } from '../../../../src/features/declaredEditor/declaredLenses';
import { hoverText } from '../../../../src/features/declaredEditor/hoverText';
import { wordAt } from '../../../../src/features/declared/wordAt';
import { checkedText, declaredDocument, declaredNetwork, declaredScope } from '../../../support/declaredText';
import { expectGolden } from '../../../support/goldenText';
import { inEachLanguage } from '../../../support/inEachLanguage';

const drifting = `version: 1
profile: production
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.20, 10.0.10.30]
  web-02/eth0:
    secondaryIps: [10.0.10.21]
    authoritative: true
  nobody: [10.0.10.40]
  db-vip: [10.0.20.3]
floating:
  - address: 10.0.10.50
    holders: [web-01, web-02]
reserved:
  - { address: 10.0.10.60, for: OPS-812, until: 2026-11-01 }
  - { address: 10.0.10.61, for: OPS-813 }
released:
  - 10.0.10.22
`;
const wrong = `version: 2
profile: production
authoritive: true
interfaces:
  web-01: [10.0.10.300]
floating:
  - address: 10.0.10.50
reserved: [{ for: me }]
maxRemovals: none
`;

describe('the texts of a file of secondary IPs', () => {
  it('marks what differs and what cannot be', async () => {
    const write = (): string[] =>
      [drifting, wrong].flatMap((text) =>
        declaredDiagnostics(declaredDocument(text), checkedText(text)).map((one: Diagnostic) => {
          const { line } = one.range.start;
          return `${line + 1} ${one.severity} ${one.code as string}: ${one.message}`;
        }),
      );
    await expectGolden(import.meta.filename, 'diagnostics.txt', await inEachLanguage(write));
  });

  it('says over each interface how it is there', async () => {
    const write = (): string[] =>
      declaredLenses(declaredDocument(drifting), checkedText(drifting)).map(
        ({ range, command }: CodeLens) => `${range.start.line + 1}: ${command?.title.replace(/\d\d:\d\d/, '14:02')}`,
      );
    await expectGolden(import.meta.filename, 'lenses.txt', await inEachLanguage(write));
  });

  it('offers the plan and its apply apart, for the region of the lens, and no apply where nothing may be changed', () => {
    const text = 'version: 1\ninterfaces:\n  web-01/eth0: [10.0.10.11, 10.0.10.30]\n';
    const file = checkedText(text);
    const lensesOf = (checked: typeof file) =>
      declaredLenses(declaredDocument(text), checked)
        .map(({ command }: CodeLens) => command!)
        .filter(({ command }) => command.includes('plan'));
    const where = { document: 'file', profile: declaredScope.profile.id, regionCode: 'KR' };
    expect(lensesOf(file)).toEqual([
      { title: '$(checklist) Plan: 1 change', command: 'ncloudIp.planFile', arguments: [where] },
      { title: '$(check-all) Apply', command: 'ncloudIp.planAndApply', arguments: [where] },
    ]);
    const profile = { ...declaredScope.profile, protection: 'readOnly' as const };
    const groups = file.groups.map((group) => ({ ...group, scope: { ...group.scope!, profile } }));
    expect(lensesOf({ ...file, groups }).map(({ command }) => command)).toEqual(['ncloudIp.planFile']);
  });

  it('says that the network is not loaded where it never was, and marks nothing of it', () => {
    const { groups, ...file } = checkedText(drifting);
    const unread = { ...file, groups: groups.map(({ declaration, scope }) => ({ declaration, scope: scope! })) };
    const titles = declaredLenses(declaredDocument(drifting), unread).map(({ command }: CodeLens) => command?.title);
    expect(titles).toEqual(['$(refresh) Load the Network', 'production · KR']);
    const codes = declaredDiagnostics(declaredDocument(drifting), unread).map(({ code }: Diagnostic) => code);
    expect(codes).toEqual(['expired']);
  });

  it.each([
    ['an address that somebody holds', '10.0.10.20', undefined],
    ['one that nobody is seen to hold', '10.0.10.30', undefined],
    ['one that another file keeps', '10.0.10.30', 'OPS-900'],
    ['an interface', 'web-01/eth0', undefined],
  ])('tells of %s under the mouse', async (name, word, reason) => {
    const meant = wordAt(checkedText(drifting), drifting.indexOf(word) + 1)!;
    const groups = [{ accessControlGroupNo: '1', accessControlGroupName: 'web' }] as never;
    const write = (): string[] => [hoverText(meant, { entries: [], groups, reason, readAt: 0 }) ?? ''];
    const lines = (await inEachLanguage(write)).join('\n').replaceAll(/\d\d:\d\d/g, '14:02');
    await expectGolden(import.meta.filename, `hover-${name.replaceAll(' ', '-')}.md`, lines);
  });
});

const networks = { state: () => ({ kind: 'loaded', last: { network: declaredNetwork } }) as never };
const surroundings = {
  profiles: { active: () => declaredScope.profile, all: () => [declaredScope.profile] },
  networks,
  reservations: { reservedIn: () => new Map([['10.0.10.7', 'OPS-900']]) },
  regionsOf: () => Promise.resolve(['KR', 'JPN']),
};

/** What is offered at `|`: labels, what stands beside them, and what is written. */
async function offered(marked: string, most = 6): Promise<string[]> {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = completionPlace(text, at);
  const list = place && (await declaredCompletions(declaredDocument(text), place, surroundings));
  const items = (list?.items ?? []).slice(0, most).map(({ label, insertText }) => {
    const { label: name, description = '' } = label as { label: string; description?: string };
    const written = typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
    return `  ${name} | ${description} | ${JSON.stringify(written)}`;
  });
  return [JSON.stringify(marked), ...items];
}

describe('completion in a file of secondary IPs', () => {
  const places = [
    '|',
    'version: 1\n|',
    'version: 1\nprofile: |',
    'version: 1\nregion: |',
    'interfaces:\n  |',
    'interfaces:\n  web-01: []\n  |',
    'interfaces:\n  web-01: |',
    'interfaces:\n  web-01: [10.0.10.11, |]',
    'interfaces:\n  web-01:\n    |',
    'interfaces:\n  db-vip:\n    secondaryIps:\n      - |',
    'interfaces:\n  db-vip:\n    authoritative: |',
    'floating:\n  - |',
    'floating:\n  - address: 10.0.20.20\n    holders: [|]',
    'floating:\n  - address: |\n    holders: [db-vip]',
    'reserved:\n  - { address: 10.0.10.8 }\n  - { | }',
    'interfaces:\n  web-02: []\nreleased:\n  - |',
    '# |',
  ];
  it('offers what may stand at each place, in order', async () => {
    const write = async (): Promise<string[]> => (await Promise.all(places.map((place) => offered(place)))).flat();
    await expectGolden(import.meta.filename, 'completion.txt', await inEachLanguage(write));
  });

  it('never offers what is reserved, here or in another open file', async () => {
    const lines = (await offered('interfaces:\n  web-01: [|]\nreserved: [{ range: 10.0.10.8-9 }]', 6)).join('\n');
    for (const kept of ['10.0.10.7 ', '10.0.10.8 ', '10.0.10.9 ']) expect(lines).not.toContain(kept);
    expect(lines).toContain('10.0.10.10 ');
  });

  it('offers only the interfaces in the subnet of a floating address as its holders, each once', async () => {
    const lines = await offered('floating:\n  - address: 10.0.10.50\n    holders: [web-02, |]');
    expect(lines.slice(1).map((line) => line.split(' |')[0]!.trim())).toEqual(['web-01/eth0']);
  });

  it('offers nothing in a list of an interface that nobody knows', async () => {
    expect(await offered('interfaces:\n  nobody: [|]')).toHaveLength(1);
  });
});
