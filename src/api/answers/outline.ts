import { limits } from '../limits';
import { isRecord } from './readBody';

/** How a value begins, as JSON: not much longer than `length`, however large the value is, and not deeper than a stack bears. */
export function outline(value: unknown, length: number): string {
  let text = '';
  const isFull = (): boolean => text.length >= length;
  const write = (part: unknown, depth = 0): void => {
    if (depth > limits.answerDepth) text += '…';
    else if (Array.isArray(part)) writeAll('[', part.keys(), ']', (index: number) => write(part[index], depth + 1));
    else if (isRecord(part)) {
      writeAll('{', Object.keys(part), '}', (name: string) => {
        write(name);
        text += ':';
        write(part[name], depth + 1);
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
