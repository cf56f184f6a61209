import { describe, expect, it } from 'vitest';
import { findJsonExcess, findXmlExcess } from '../../../../src/api/answers/findExcess';
import { limits } from '../../../../src/api/limits';

describe('findJsonExcess', () => {
  it.each([
    ['depth', '['.repeat(limits.answerDepth + 1), 'the answer is nested too deeply'],
    ['depth of objects', '{"a":'.repeat(limits.answerDepth + 1), 'the answer is nested too deeply'],
    ['values', `[${'1,'.repeat(limits.answerValues + 1)}`, 'the answer holds too many values'],
    ['pairs', `{${'"a":1,'.repeat(limits.answerValues)}`, 'the answer holds too many values'],
  ])('stops at too much %s', (_what, text, excess) => {
    expect(findJsonExcess(text)).toBe(excess);
  });

  it.each([
    ['brackets in a string', `{"a":"${'['.repeat(100_000)}"}`],
    ['escaped quotes', `{"a":"${'\\"['.repeat(100_000)}"}`],
    ['a backslash at the end', `{"a":"x\\\\","b":["${'\\\\'.repeat(100)}"]}`],
    ['many lists side by side', `[${'[],'.repeat(100_000)}]`],
    ['a string without end', `{"a":"${'{'.repeat(100_000)}`],
  ])('lets %s pass', (_what, text) => {
    expect(findJsonExcess(text)).toBeUndefined();
  });
});

describe('findXmlExcess', () => {
  it('counts tags and length', () => {
    expect(findXmlExcess(`<a>${'<b/>'.repeat(limits.xmlTags)}</a>`)).toBe('the answer holds too many values');
    expect(findXmlExcess(`<a>${'x'.repeat(limits.xmlLength)}</a>`)).toBe('the answer is too long for XML');
    expect(findXmlExcess('<a><b/></a>')).toBeUndefined();
  });
});
