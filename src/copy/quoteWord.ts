const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A text as one word of a POSIX shell, on one line, whatever is in it. */
export function quoteWord(text: string): string {
  if (/^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/.test(text)) return text;
  const whole = text.toWellFormed();
  return unseen.test(whole) ? spelledOut(whole) : `'${whole.replaceAll("'", "'\\''")}'`;
}

/** A terminal acts on control characters that are pasted, and others change what is seen of the line: `$'…'` spells them. */
function spelledOut(text: string): string {
  const spelled = text.replace(/[\\']/g, '\\$&').replace(new RegExp(unseen, 'gu'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `$'${spelled}'`;
}
