import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeParameters } from '../../../../src/api/calls/encodeParameters';

describe('encodeParameters', () => {
  it('numbers lists from 1 and leaves out what is undefined', () => {
    const text = encodeParameters({
      regionCode: 'KR',
      ip: undefined,
      no: ['7', '8'],
      count: 0,
      isDefault: false,
      none: [],
    });
    expect(text).toBe('regionCode=KR&no.1=7&no.2=8&count=0&isDefault=false');
  });

  it('writes a blank as %20 and Korean text as UTF-8', () => {
    expect(encodeParameters({ subnet: '10.0.10.0/24', subnetName: 'web tier', text: '보조 IP' })).toBe(
      'subnet=10.0.10.0%2F24&subnetName=web%20tier&text=%EB%B3%B4%EC%A1%B0%20IP',
    );
  });

  it('is left alone by URL parsers whatever the text, and reads back as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const query = encodeParameters({ value });
        const url = new URL(`https://example.com/?${query}`);
        expect(url.search).toBe(`?${query}`);
        expect(url.searchParams.get('value')).toBe(value);
      }),
    );
  });

  it('does not throw on half a surrogate pair', () => {
    expect(encodeParameters({ value: 'a\ud800' })).toBe('value=a%EF%BF%BD');
  });
});
