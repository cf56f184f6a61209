/** Text of the service inside Markdown, on one line: nothing in it may act as Markdown, nor become a link by itself. */
export function plain(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&:.@]/g, '\\$&');
  // Inside a name a hyphen means nothing; at the start of a line it would be a list.
  return line.replace(/^-/, '\\-');
}
