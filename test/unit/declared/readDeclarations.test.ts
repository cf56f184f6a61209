import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../../src/declared/readDeclarations';

const today = '2026-11-27';

/** Each problem with what it is about, as it stands in the text. */
function problemsOf(text: string): string[] {
  return readDeclarations(text, today).problems.map((problem) => {
    const about = 'is' in problem ? `${problem.is} ` : '';
    return `${problem.kind} ${about}@ ${text.slice(problem.start, problem.end)}`;
  });
}

const whole = `# Who holds what
version: 1
profile: production
region: KR
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.12]
  701240:
    secondaryIps: [10.0.20.30]
    authoritative: true
floating:
  - address: 10.0.10.20
    holders: [lb-01/eth0, 701241]
    owner: platform
reserved:
  - { address: 10.0.10.30, for: OPS-812, until: 2027-01-31 }
  - { range: 10.0.10.200-219, for: k8s ingress }
released:
  - 10.0.10.99
maxRemovals: 2
`;

describe('readDeclarations', () => {
  it('reads everything that a file can say, each address with its place', () => {
    const { documents, problems } = readDeclarations(whole, today);
    expect(problems).toEqual([]);
    const declaration = documents[0]!.declaration!;
    const at = ({ start, end }: { start: number; end: number }) => whole.slice(start, end);
    expect(declaration.profile).toMatchObject({ text: 'production' });
    expect(declaration.interfaces.map(({ name, authoritative }) => [name.text, authoritative])).toEqual([
      ['web-01/eth0', false],
      ['701240', true],
    ]);
    const words = declaration.interfaces.flatMap(({ name, secondaryIps }) => [name, ...secondaryIps]);
    for (const word of [...words, ...declaration.released]) expect(at(word)).toBe(word.text);
    expect(declaration.floating).toMatchObject([{ address: { text: '10.0.10.20' }, owner: 'platform' }]);
    expect(declaration.floating[0]!.holders.map(({ text }) => text)).toEqual(['lb-01/eth0', '701241']);
    expect(declaration.reserved).toMatchObject([
      { text: '10.0.10.30', for: 'OPS-812', until: '2027-01-31' },
      { text: '10.0.10.200-219', for: 'k8s ingress' },
    ]);
    expect(declaration.reserved[1]!.last - declaration.reserved[1]!.first).toBe(19);
    expect(declaration.maxRemovals).toBe(2);
  });

  it('allows five removals where the file says nothing', () => {
    expect(readDeclarations('version: 1', today).documents[0]!.declaration?.maxRemovals).toBe(5);
  });

  it('takes a key without a value for an empty list: it is being typed', () => {
    const text = 'version: 1\ninterfaces:\n  web-01:\nreserved:\nreleased:\nfloating:\n';
    expect(problemsOf(text)).toEqual([]);
    expect(readDeclarations(text, today).documents[0]!.declaration?.interfaces).toHaveLength(1);
  });

  it('reads several documents, and none from an empty file', () => {
    expect(readDeclarations('version: 1\n---\nversion: 1\nregion: JPN\n', today).documents).toHaveLength(2);
    expect(readDeclarations('# nothing yet\n', today)).toEqual({ documents: [], problems: [] });
    expect(readDeclarations('', today)).toEqual({ documents: [], problems: [] });
  });

  it.each([
    ['web: 1', ['shape missing @ web: 1', 'shape unknown @ web']],
    ['- 1', ['shape map @ - 1']],
    ['version: 2', ['shape version @ 2']],
    ['version: 1\nintrfaces: {}', ['shape unknown @ intrfaces']],
    ['version: 1\ninterfaces: [10.0.10.11]', ['shape map @ [10.0.10.11]']],
    ['version: 1\ninterfaces: [{ secondaryIps: [10.0.10.11] }]', ['shape map @ [{ secondaryIps: [10.0.10.11] }]']],
    ['version: 1\ninterfaces: []', ['shape map @ []']],
    ['version: 1\ninterfaces: { constructor: [10.0.10.300] }', ['shape address @ 10.0.10.300']],
    ['version: 1\ninterfaces: { __proto__: { secondaryIps: x } }', ['shape list @ x']],
    ['version: 1\ninterfaces: { web: [10.0.10.300] }', ['shape address @ 10.0.10.300']],
    ['version: 1\ninterfaces: { web: 10.0.10.30 }', ['shape interface @ 10.0.10.30']],
    ['version: 1\ninterfaces: { web: { secondaryIp: [] } }', ['shape unknown @ secondaryIp']],
    ['version: 1\ninterfaces: { web: { authoritative: maybe } }', ['shape yesNo @ maybe']],
    ['version: 1\nfloating: [{ address: 10.0.10.1 }]', ['shape missing @ { address: 10.0.10.1 }']],
    ['version: 1\nfloating: [{ address: 10.0.10.1, holders: [] }]', ['shape list @ []']],
    ['version: 1\nreserved: [{ address: 10.0.10.1, until: soon }]', ['shape day @ soon']],
    ['version: 1\nmaxRemovals: -1', ['shape count @ -1']],
    ['version: 1\nreserved: [{ for: me }]', ['addressOrRange @ { for: me }']],
    ['version: 1\nreserved: [{ range: 10.0.10.9-3 }]', ['plan @ 10.0.10.9-3']],
    ['version: 1\nreserved: [{ range: web }]', ['plan @ web']],
    ['version: 1\nreserved: [{ address: 10.0.10.1, until: 2026-11-26 }]', ['expired @ 2026-11-26']],
    ['version: 1\nreserved: [{ address: 10.0.10.1, until: 2026-11-27 }]', []],
    ['version: 1\ninterfaces: { web: [10.0.10.1, 10.0.10.1] }', ['twice @ 10.0.10.1']],
    ['version: 1\nreleased: [10.0.10.1, 10.0.10.1]', ['twice @ 10.0.10.1']],
    ['version: 1\ninterfaces: { web: &a [10.0.10.1], db: *a }', ['alias @ *a']],
    ['version: 1\nversion: 1', ['twice @ version']],
    ['version: 1\ninterfaces: { web: [10.0.10.1], "web": [] }', ['twice @ "web"']],
    ['version: 1\nreserved: [{ for: me, for: you, address: 10.0.10.1 }]', ['twice @ for']],
    ['version: 1\ninterfaces: { 701: [], "701": [] }', []],
    ['version: 1\ninterfaces: [', ['notYaml @ ']],
  ])('says what is wrong, and where: %s', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it.each([
    ['version: 1\ninterfaces: { web: { authoritive: true } }', 'authoritative'],
    ['version: 1\nintrfaces: {}', 'interfaces'],
    ['version: 1\nreserved: [{ address: 10.0.10.1, untill: 2027-01-31 }]', 'until'],
    ['version: 1\ncolour: red', undefined],
  ])('names the key that was meant: %s', (text, nearest) => {
    const [problem] = readDeclarations(text, today).problems;
    expect(problem && 'nearest' in problem ? problem.nearest : undefined).toBe(nearest);
  });

  it('keeps a reservation only up to its last day', () => {
    const text = 'version: 1\nreserved: [{ address: 10.0.10.1, until: 2026-11-27 }]';
    const reservedOn = (day: string) => readDeclarations(text, day).documents[0]!.declaration!.reserved.length;
    expect([reservedOn('2026-11-27'), reservedOn('2026-11-28')]).toEqual([1, 0]);
  });

  it.each([
    ['[', 100_000],
    ['a: ', 50_000],
    ['- ', 100_000],
  ])('ends with a problem, whatever is nested: %s', (sign, times) => {
    expect(readDeclarations(sign.repeat(times), today).problems.length).toBeGreaterThan(0);
  });

  it('reads no file that is longer than any account needs', () => {
    expect(readDeclarations('#'.repeat(1024 * 1024 + 1), today).problems).toMatchObject([{ kind: 'tooLong' }]);
  });
});
