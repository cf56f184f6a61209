import { markdownTable } from '../../text/markdownTable';
import { plain } from '../../text/plain';
import type { Holder, HolderWatch } from './holderWatch';
import { edgesOf, lengthOf, totalsOf, type AddressTotals } from './interruptions';

/** A failover test as far as it got. Texts of it may come from outside, but for `changes`. */
export interface FailoverTest {
  readonly watch: HolderWatch;
  /** What is known beside: where, when, why it ended. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The last rows go on. */
  readonly isRunning: boolean;
  /** Changes that this machine made meanwhile, as Markdown. */
  readonly changes: readonly string[];
}

/** The sentences of the document in the user's language; times in ms. */
export interface FailoverTestWords {
  readonly title: (addresses: string) => string;
  readonly result: string;
  readonly resultOf: (address: string, totals: AddressTotals) => readonly string[];
  readonly table: string;
  readonly columns: readonly string[];
  readonly holder: (holder: Holder) => string;
  /** Of a moment that lies between two times; undefined: before the test, or after it. */
  readonly moment: (between: readonly [number, number] | undefined) => string;
  readonly length: (atLeastMs: number, atMostMs: number) => string;
  readonly person: string;
  /** Lines to fill in. */
  readonly personLines: readonly string[];
  readonly changes: string;
  readonly noChanges: string;
  readonly exactness: string;
  readonly exactnessLines: readonly string[];
}

/** The test plan of Set Up Failover: so soon (ms) another server has the address. */
const expectedMs = 10_000;

/** Who had which address when, for how long nobody had it, and how sure that is, as Markdown to keep. */
export function failoverTestDocument(
  { watch, facts, isRunning, changes }: FailoverTest,
  words: FailoverTestWords,
): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const spansOf = (address: string) => watch.spans.get(address) ?? [];
  const rows = watch.addresses.flatMap((address) =>
    spansOf(address).map(({ holder }, at, spans) => {
      const { from, to } = edgesOf(spans, at);
      const { atLeastMs, atMostMs } = lengthOf(spans, at);
      const length = isRunning && !to ? words.moment(undefined) : words.length(atLeastMs, atMostMs);
      return [address, words.holder(holder), words.moment(from), words.moment(to), length];
    }),
  );
  const results = watch.addresses.flatMap((address) =>
    words.resultOf(address, totalsOf(spansOf(address), expectedMs)).map((line) => plain(line)),
  );
  const parts = [
    `# ${plain(words.title(watch.addresses.join(', ')))}`,
    list(facts.map(([name, value]) => `${plain(name)}: ${plain(value)}`)),
    `## ${words.result}`,
    list(results),
    `## ${words.table}`,
    markdownTable(words.columns, rows),
    `## ${words.person}`,
    list(words.personLines),
    `## ${words.changes}`,
    changes.length > 0 ? list(changes) : words.noChanges,
    `## ${words.exactness}`,
    list(words.exactnessLines),
  ];
  return `${parts.join('\n\n')}\n`;
}
