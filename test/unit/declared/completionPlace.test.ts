import { describe, expect, it } from 'vitest';
import { completionPlace } from '../../../src/declared/completionPlace';

/** What is known of the place of `|`: its path, a colon after keys, and what is typed. */
function at(text: string): string | undefined {
  const offset = text.indexOf('|');
  const place = completionPlace(text.replace('|', ''), offset);
  return place && `${place.path.join('.')}${place.isKey ? ' key' : ''} ${place.typed}`.trim();
}

describe('completionPlace', () => {
  it.each([
    ['|', ''],
    ['ver|', 'ver'],
    ['version: 1\n|', 'key'],
    ['version: 1\nreg|\ninterfaces: {}\n', 'key reg'],
    ['version: 1\nregion: |', 'region'],
    ['version: 1\nregion: |\ninterfaces:\n  web-01: []\n', 'region'],
    ['interfaces:\n  |', 'interfaces'],
    ['interfaces:\n  web|', 'interfaces web'],
    ['interfaces:\n  web-01: []\n  we|\nreleased: []', 'interfaces key we'],
    ['interfaces:\n  web-01: []\n  |\nreleased: []', 'interfaces key'],
    ['interfaces:\n  web-01: |', 'interfaces.web-01'],
    ['interfaces:\n  web-01: [|', 'interfaces.web-01.0'],
    ['interfaces:\n  web-01: [10.0.10.11, 10.|]', 'interfaces.web-01.1 10.'],
    ['interfaces:\n  web-01: [10.0.10.11, |\nreleased: []', 'interfaces.web-01.1'],
    ['interfaces:\n  web-01:\n    - 10.0.10.11\n    - |\n  web-02: []', 'interfaces.web-01.1'],
    ['interfaces:\n  web-01:\n    |', 'interfaces.web-01'],
    ['interfaces:\n  web-01:\n    secondaryIps: [|]', 'interfaces.web-01.secondaryIps.0'],
    ['interfaces:\n  web-01:\n    secondaryIps: []\n    |', 'interfaces.web-01 key'],
    ['floating:\n  - |', 'floating.0'],
    ['floating:\n  - address: |', 'floating.0.address'],
    ['floating:\n  - address: 10.0.10.1\n    |', 'floating.0 key'],
    ['floating:\n  - address: 10.0.10.1\n    holders: [web-01, |]', 'floating.0.holders.1'],
    ['floating:\n  - address: 10.0.10.1\n    holders:\n      - |', 'floating.0.holders.0'],
    ['reserved:\n  - { address: 10.0.10.1, | }', 'reserved.0 key'],
    ['released:\n  - |', 'released.0'],
    ['version: 1\n---\nversion: 1\nregion: |', 'region'],
    ['version: 1 # a |', undefined],
    ['# |', undefined],
    ['interfaces: { web-01: &a [10.0.10.1], |', 'interfaces key'],
    ['interfaces:\n  "web|": []', 'interfaces key web'],
  ])('knows what may stand there, however little is written: %s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('knows what else the document says', () => {
    const text =
      'profile: production\nregion: KR\ninterfaces:\n  web-01: []\nfloating:\n  - address: 10.0.10.20\n    holders: [lb-01, ]\nreserved:\n  - range: 10.0.10.30-31\n';
    const place = completionPlace(text, text.indexOf('lb-01, ') + 7)!;
    expect(place).toMatchObject({ profile: 'production', region: 'KR', interfaces: ['web-01'] });
    expect(place.floating).toMatchObject([{ address: '10.0.10.20' }]);
    const [reserved, other] = [0x0a000a1f, 0x0a000a20].map((one) => place.isReserved(one));
    expect([reserved, other]).toEqual([true, false]);
  });
});
