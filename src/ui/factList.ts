/** A name and its value; a fact without a value is left out. */
export type Fact = readonly [name: string, value: string | undefined];

/** The facts that are known. */
export function knownFacts(facts: readonly Fact[]): (readonly [string, string])[] {
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== '');
}

/**
 * Facts as a Markdown list. Documents are read as they are written, and a table in a font of uneven widths is not:
 * a list has nothing to align, and a screen reader finds no bars in it.
 */
export function factList(facts: readonly Fact[]): string {
  return knownFacts(facts)
    .map(([name, value]) => `- ${name}: ${value.replaceAll(/\s*\n\s*/g, ' ')}`)
    .join('\n');
}
