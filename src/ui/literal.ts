/**
 * Text for where VS Code draws `$(name)` as an icon: quick inputs and the status bar. Names of profiles, interfaces and
 * servers may hold it, and are shown as they are: a zero-width space keeps VS Code from reading it. (It also knows
 * `\$(`, but neither its filter nor its words for screen readers do.)
 */
export function literal(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
