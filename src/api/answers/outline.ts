import { isRecord } from './readBody';

/** How a value begins, as JSON: not much longer than `length`, however large the value is. */
export function outline(value: unknown, length: number): string {
  let text = '';
  const isFull = (): boolean => text.length >= length;
  const write = (part: unknown): void => {
    if (Array.isArray(part)) writeAll('[', part.keys(), ']', (index: number) => write(part[index]));
    else if (isRecord(part)) {
      writeAll('{', Object.keys(part), '}', (name: string) => {
        write(name);
        text += ':';
        write(part[name]);
      });
    } else text += JSON.stringify(typeof part === 'string' ? part.slice(0, length - text.length) : (part ?? null));
  };
  const writeAll = <K>(open: string, keys: Iterable<K>, close: string, writeOne: (key: K) => void): void => {
    text += open;
    let separator = '';
    for (const key of keys) {
      if (isFull()) return;
      text += separator;
      separator = ',';
      writeOne(key);
    }
    if (!isFull()) text += close;
  };
  write(value);
  return text;
}
