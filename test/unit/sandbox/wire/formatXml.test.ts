import { describe, expect, it } from 'vitest';
import { formatXml } from '../../../../src/sandbox/wire/formatXml';

describe('formatXml', () => {
  it('wraps lists, puts codes first, leaves out what is undefined, and ends with the last bracket', () => {
    const document = {
      getThingListResponse: {
        totalRows: 2,
        thingList: [
          { thingNo: '1', tagList: ['a', 'b'], nothing: undefined, absent: null },
          { thingNo: '2', tagList: [] },
        ],
        returnCode: '0',
        returnMessage: 'a < b & c',
      },
    };
    expect(formatXml(document)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<getThingListResponse>
  <returnCode>0</returnCode>
  <returnMessage>a &lt; b &amp; c</returnMessage>
  <totalRows>2</totalRows>
  <thingList>
    <thing>
      <thingNo>1</thingNo>
      <tagList>
        <tag>a</tag>
        <tag>b</tag>
      </tagList>
      <absent/>
    </thing>
    <thing>
      <thingNo>2</thingNo>
      <tagList/>
    </thing>
  </thingList>
</getThingListResponse>`);
  });

  it('replaces what XML cannot hold, and keeps every other character', () => {
    const description = 'a\0b\u0001c\uFFFEd\uD800e\tf\n보조 🙂';
    expect(formatXml({ thing: { description } })).toContain('>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf\n보조 🙂</description>');
  });
});
