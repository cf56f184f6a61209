/** Text of the service inside Markdown, on one line: nothing in it may act as Markdown, nor become a link by itself. */
export function plain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&:.@-]/g, '\\$&');
}
