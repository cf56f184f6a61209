import { knownFacts, type Fact } from './factList';
import { plain } from './plain';

/** Facts as a two-column Markdown table without a heading, for tooltips: there it is drawn, and nothing in a cell acts as Markdown. */
export function tableText(facts: readonly Fact[]): string {
  return [
    '| | |',
    '|:--|:--|',
    ...knownFacts(facts).map(([name, value]) => `| ${plain(name)} | ${plain(value)} |`),
  ].join('\n');
}
