import { describe, expect, it } from 'vitest';
import { addToDeclaration } from '../../../src/declared/addToDeclaration';
import { checkDeclaration } from '../../../src/declared/checkDeclaration';
import { edited } from '../../../src/declared/listEdits';
import { liveEdits } from '../../../src/declared/liveEdits';
import { readDeclarations } from '../../../src/declared/readDeclarations';
import { declaredNetwork as network } from '../../support/declaredText';

/** The text with addresses of web-02 added. */
function added(text: string, ...addresses: readonly string[]): string | undefined {
  const edits = addToDeclaration(
    text,
    ({ region = 'KR' }) => region === 'KR',
    network,
    network.interface('702')!,
    addresses,
  );
  return edits && edited(text, edits);
}

describe('Add to File', () => {
  it.each([
    [
      'a list in one line',
      'interfaces:\n  web-02: [10.0.10.20] # vip\n',
      'interfaces:\n  web-02: [10.0.10.20, 10.0.10.21] # vip\n',
    ],
    ['an empty list', 'interfaces:\n  web-02: []\n', 'interfaces:\n  web-02: [10.0.10.21]\n'],
    [
      'a list of lines',
      'interfaces:\n  702:\n    # ours\n    - 10.0.10.20 # vip\nreserved: []\n',
      'interfaces:\n  702:\n    # ours\n    - 10.0.10.20 # vip\n    - 10.0.10.21\nreserved: []\n',
    ],
    [
      'an object',
      'interfaces:\n  web-02:\n    secondaryIps: [10.0.10.20]\n    authoritative: true\n',
      'interfaces:\n  web-02:\n    secondaryIps: [10.0.10.20, 10.0.10.21]\n    authoritative: true\n',
    ],
    ['a name without a value', 'interfaces:\n  web-02/eth0:\n', 'interfaces:\n  web-02/eth0: [10.0.10.21]\n'],
    [
      'other interfaces',
      '# a\ninterfaces:\n  web-01: [10.0.10.11] # b\n\n# c\nreleased: []\n',
      '# a\ninterfaces:\n  web-01: [10.0.10.11] # b\n  web-02: [10.0.10.21]\n\n# c\nreleased: []\n',
    ],
    [
      'another one as an object',
      'interfaces:\n    web-01:\n        secondaryIps:\n            - 10.0.10.11\n',
      'interfaces:\n    web-01:\n        secondaryIps:\n            - 10.0.10.11\n    web-02: [10.0.10.21]\n',
    ],
    [
      'a map in one line',
      'interfaces: { web-01: [10.0.10.11] }\n',
      'interfaces: { web-01: [10.0.10.11], web-02: [10.0.10.21] }\n',
    ],
    [
      'an empty map',
      'version: 1\ninterfaces: {}\nreleased: []\n',
      'version: 1\ninterfaces:\n  web-02: [10.0.10.21]\nreleased: []\n',
    ],
    ['no interfaces yet', 'version: 1', 'version: 1\ninterfaces:\n  web-02: [10.0.10.21]\n'],
    [
      'the document of its region',
      'region: JPN\ninterfaces: {}\n---\nregion: KR\n',
      'region: JPN\ninterfaces: {}\n---\nregion: KR\ninterfaces:\n  web-02: [10.0.10.21]\n',
    ],
  ])('adds below what is there, with comments and order: %s', (_, text, expected) => {
    expect(added(text, '10.0.10.21')).toBe(expected);
    expect(added(expected, '10.0.10.21')).toBe(expected);
  });

  it('says that no document is about the region', () => {
    expect(added('region: JPN\n', '10.0.10.21')).toBeUndefined();
    expect(added('interfaces: [', '10.0.10.21')).toBeUndefined();
  });
});

describe('the file with what is live', () => {
  const web01 = 'version: 1\ninterfaces:\n  web-01:';
  const web02 = 'version: 1\ninterfaces:\n  web-02: []\n';
  /** What is live, written in the place of what the file says. */
  function live(text: string): string {
    const { documents } = readDeclarations(text, '2026-11-27');
    const checked = checkDeclaration(documents[0]!.declaration!, network);
    return edited(
      text,
      liveEdits(checked, text, network).flatMap(({ edits }) => edits),
    );
  }
  const remarksOf = (text: string): string[] => text.match(/ # ?\w+$/gm) ?? [];
  it.each([
    [
      'version: 1\ninterfaces:\n  web-01: [10.0.10.12, 10.0.10.50] # x\n',
      'version: 1\ninterfaces:\n  web-01: [10.0.10.12, 10.0.10.11] # x\n',
    ],
    ['version: 1\ninterfaces:\n  web-01: [10.0.10.12]\n', 'version: 1\ninterfaces:\n  web-01: [10.0.10.12]\n'],
    [
      'version: 1\ninterfaces:\n  web-01:\n    - 10.0.10.50 # gone\n    - 10.0.10.11 # stays\nreleased: []\n',
      'version: 1\ninterfaces:\n  web-01:\n    # gone\n    - 10.0.10.11 # stays\n    - 10.0.10.12\nreleased: []\n',
    ],
    [
      'version: 1\ninterfaces:\n  web-01:\n    secondaryIps: [10.0.10.11]\n    authoritative: true\n',
      'version: 1\ninterfaces:\n  web-01:\n    secondaryIps: [10.0.10.11, 10.0.10.12]\n    authoritative: true\n',
    ],
    // Objects without a list.
    [
      `${web01} { authoritative: true } # all\n`,
      `${web01} { secondaryIps: [10.0.10.11, 10.0.10.12], authoritative: true } # all\n`,
    ],
    [
      `${web01}\n    # all\n    authoritative: true\n`,
      `${web01}\n    # all\n    secondaryIps: [10.0.10.11, 10.0.10.12]\n    authoritative: true\n`,
    ],
    [
      `${web01}\n    secondaryIps:\n    authoritative: true\n`,
      `${web01}\n    secondaryIps: [10.0.10.11, 10.0.10.12]\n    authoritative: true\n`,
    ],
    [
      `${web01} {\n    authoritative: true\n  }\n`,
      `${web01} {\n    secondaryIps: [10.0.10.11, 10.0.10.12], authoritative: true\n  }\n`,
    ],
    // Comments inside a list of which nothing or little stays.
    [
      `${web01}\n    - 10.0.10.50 # a\n    # b\n    - 10.0.10.51\n`,
      `${web01}\n    # a\n    - 10.0.10.11\n    - 10.0.10.12\n    # b\n`,
    ],
    [`${web01} [\n    10.0.10.50, # a\n  ]\n`, `${web01} [\n    10.0.10.11, 10.0.10.12, # a\n  ]\n`],
    [
      `${web01} [\n    10.0.10.50, # a\n    10.0.10.12 # b\n  ]\n`,
      `${web01} [\n    # a\n    10.0.10.12, 10.0.10.11 # b\n  ]\n`,
    ],
    // A floating address that another one holds, or nobody.
    [
      'version: 1\nfloating:\n  - address: 10.0.10.21\n    holders: [web-01] # vip\n',
      'version: 1\nfloating:\n  - address: 10.0.10.21\n    holders: [web-01, web-02] # vip\n',
    ],
    [
      'version: 1\nfloating:\n  - holders:\n      - web-01\n    address: 10.0.10.21\n',
      'version: 1\nfloating:\n  - holders:\n      - web-01\n      - web-02\n    address: 10.0.10.21\n',
    ],
    [
      'version: 1\nfloating:\n  # gone\n  - address: 10.0.10.60\n    holders:\n      - web-01\n  - { address: 10.0.10.20, holders: [web-02] }\n',
      'version: 1\nfloating:\n  # gone\n  - { address: 10.0.10.20, holders: [web-02] }\n',
    ],
    [
      'version: 1\nfloating: [{ address: 10.0.10.60, holders: [web-01] }, { address: 10.0.10.61, holders: [web-01] }]\n',
      'version: 1\nfloating: []\n',
    ],
    // Remarks inside an item that goes; a number sign between quotes is none.
    [
      `${web02}floating:\n  - address: 10.0.10.60 # why\n    # who\n    holders: [web-01]\n    owner: "team #1"\n  - { address: 10.0.10.20, holders: [web-02] }\n`,
      `${web02}floating:\n  # why\n  # who\n  - { address: 10.0.10.20, holders: [web-02] }\n`,
    ],
    [
      `${web02}floating: [{ address: 10.0.10.60, # why\n  holders: [web-01] }, { address: 10.0.10.20, holders: [web-02] }]\n`,
      `${web02}floating: [ # why\n  { address: 10.0.10.20, holders: [web-02] }]\n`,
    ],
    // What floats is not written into the list of the one that holds it.
    [
      `${web01} [10.0.10.50]\nfloating: [{ address: 10.0.10.11, holders: [web-02] }]\n`,
      `${web01} [10.0.10.12]\nfloating: [{ address: 10.0.10.11, holders: [web-02, web-01] }]\n`,
    ],
    // What is to be released and is held.
    [
      `${web01} { authoritative: true }\nreleased: [10.0.10.11, 10.0.10.99]\n`,
      `${web01} { secondaryIps: [10.0.10.11, 10.0.10.12], authoritative: true }\nreleased: [10.0.10.99]\n`,
    ],
    [`${web02}released: [10.0.10.20, 10.0.10.99, 10.0.10.21]\n`, `${web02}released: [10.0.10.99]\n`],
    [`${web02}released: [10.0.10.20, 10.0.10.21]\n`, `${web02}released: []\n`],
    [
      `${web02}released:\n  - 10.0.10.20 # held\n  - 10.0.10.99 # not\n`,
      `${web02}released:\n  # held\n  - 10.0.10.99 # not\n`,
    ],
  ])('has no drift left, and keeps its comments: %s', (text, expected) => {
    expect(live(text)).toBe(expected);
    expect(live(expected)).toBe(expected);
    expect(remarksOf(expected)).toEqual(remarksOf(text));
  });
});
