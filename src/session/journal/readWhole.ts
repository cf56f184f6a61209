import { closeSync, constants, fstatSync, open, read } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const readPart = promisify(read);

/** What stands there cannot be read as a file's text, and why. */
export class NoTextError extends Error {
  constructor(
    readonly flaw: 'notAFile' | 'tooLarge',
    message: string,
  ) {
    super(message);
  }
}

/**
 * The text of a file of at most so many bytes. It waits for no pipe or device that stands there instead. Rejects with a
 * {@link NoTextError}, or with what the file system failed with.
 *
 * A history is a thousand of these: opening and reading are all that waits for the disk, and each wait costs a tenth of a millisecond.
 */
export async function readWhole(file: string, mostBytes: number): Promise<string> {
  // Windows has no such flag, which is none then, and no such pipes.
  const descriptor = await openFile(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new NoTextError('notAFile', stats.isDirectory() ? 'it is a folder' : 'it is not a file');
    if (stats.size > mostBytes) throw new NoTextError('tooLarge', `it has ${stats.size} bytes`);
    const bytes = Buffer.allocUnsafe(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await readPart(descriptor, bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(descriptor);
  }
}
