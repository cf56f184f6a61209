import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact, redactStart } from '../../src/api/redact';
import { stripHtml } from '../../src/api/answers/stripHtml';
import { isIpv4 } from '../../src/model/address';
import { parseAddressList } from '../../src/plan/parseAddressList';
import { parseAssignments } from '../../src/list/parseAssignments';
import { buildInterface, buildNetwork } from '../support/buildNetwork';

const numRuns = Math.ceil(Number(process.env.FAULT_TEXTS ?? 2_000) / 4);
const seed = Number(process.env.FAULT_SEED ?? 20_260_105);
const text = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'binary', maxLength: 6 })))
    .map((parts) => parts.join(''));
const listText = text(
  ...['10.0.10.11', '10.0.10.14', '.', '0', '255', '256', '-', '–', '~', '－', ' - ', '\n', '\n- ', '\r\n', ' ', ','],
  ...[
    '，',
    '、',
    ';',
    '；',
    ':',
    '#',
    '# 3 hosts\n',
    'Web 2:\n',
    '701236',
    'web-nic',
    '１',
    '．',
    '"',
    '\u200b',
    '\ufeff',
  ],
);
const htmlText = text(
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<a ',
    '<br>',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<!doctype',
    '<script>',
    '</script>',
    '<style',
  ],
  ...['</STYLE>', '&lt;', '&amp;', '&#39;', ' ', '\n', 'x', 'İ', '<b\n', 'é'],
);
const network = buildNetwork({ interfaces: [buildInterface({ networkInterfaceName: 'web-nic' })] });

describe('any text', () => {
  it('as a list of addresses is addresses and problems, each short', () => {
    fc.assert(
      fc.property(listText, (typed) => {
        const { addresses, problems } = parseAddressList(typed);
        expect(addresses.every(isIpv4)).toBe(true);
        for (const problem of problems) expect('text' in problem ? problem.text.length : 0).toBeLessThanOrEqual(33);
      }),
      { numRuns, seed },
    );
  });

  it('as a list of assignments is items of interfaces that are there, and problems by line', () => {
    fc.assert(
      fc.property(listText, (typed) => {
        const { entries, problems } = parseAssignments(typed, network);
        for (const { item, span, addresses } of entries) {
          expect(item.networkInterfaceNo).toBe('701236');
          for (const word of addresses) expect([word.start >= span.start, word.end <= span.end]).toEqual([true, true]);
        }
        const last = typed.split(/\r\n|[\r\n\u2028\u2029]/).length;
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(last);
      }),
      { numRuns, seed },
    );
  });

  it('as HTML is no longer than it was, and without the tags that are known', () => {
    fc.assert(
      fc.property(htmlText, (html) => {
        const stripped = stripHtml(html);
        expect(stripped.length).toBeLessThanOrEqual(html.length);
        if (!html.includes('&')) expect(stripHtml(stripped).length).toBeLessThanOrEqual(stripped.length);
      }),
      { numRuns, seed },
    );
  });

  it('that is cut holds no secret and no half of one', () => {
    const secret = 'S3cr3t+With/Slash=And+Plus00000000000001';
    const redact = createRedact([secret]);
    const parts = fc.array(fc.constantFrom(secret, encodeURIComponent(secret), ' ', 'x'.repeat(100), '•'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(parts, fc.nat(1_500), (words, length) => {
        const shown = redactStart(words.join(''), length, redact);
        expect(shown.length).toBeLessThanOrEqual(length);
        expect(shown).not.toContain(secret.slice(0, 8));
      }),
      { numRuns, seed },
    );
  });
});
