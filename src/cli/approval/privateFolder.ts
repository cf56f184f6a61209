import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../session/journal/replaceFile';

/** No file of it is longer (bytes): a plan has to fit into an answer of a tool. */
const longest = 1024 * 1024;
const secretName = 'secret';

/** A file whose text was written by somebody who can read the secret of its folder. */
interface Sealed {
  readonly text: string;
  readonly seal: string;
}

/** Data in files that nobody but the owner of the folder can read or write. */
export interface PrivateFolder {
  /** False when there is such a file already. */
  write(name: string, data: object): Promise<boolean>;
  /** Undefined when there is none. Throws {@link NotOurs} when somebody else wrote it, or could have. */
  read(name: string): Promise<unknown>;
  /** Names of the files, and when they were written (epoch ms). */
  list(): Promise<readonly { readonly name: string; readonly writtenAt: number }[]>;
  /** False when there is none any more: of two that remove or rename a file, one is told that it did. */
  remove(name: string): Promise<boolean>;
  /** False when there is none any more. Its text cannot be read by the other name. */
  rename(name: string, other: string): Promise<boolean>;
}

/** A file or a folder that others could have written. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/**
 * Opens the folder and makes it where there is none: mode 0700, its files 0600, each under a seal (HMAC-SHA256) with a secret
 * that is made once. The seal covers the name, so that a file put in the place of another one is seen. Throws {@link NotOurs}.
 */
export async function openPrivateFolder(folder: string): Promise<PrivateFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await ensureOurs(folder);
  const place = (name: string): string => path.join(folder, name);
  await replaceFile(place(secretName), randomBytes(32).toString('hex'), { mustBeNew: true, mode: 0o600 });
  const secret = await readOurs(place(secretName));
  const sealOf = (name: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${name}\n${text}`).digest();
  return {
    write(name, data) {
      const text = JSON.stringify(data);
      const sealed: Sealed = { text, seal: sealOf(name, text).toString('hex') };
      return replaceFile(place(name), JSON.stringify(sealed), { mustBeNew: true, mode: 0o600 });
    },
    async read(name) {
      const raw = await readOurs(place(name)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      });
      if (raw === undefined) return undefined;
      const { text, seal } = unwrap(raw, name);
      const [given, wanted] = [Buffer.from(seal, 'hex'), sealOf(name, text)];
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new NotOurs(name);
      return JSON.parse(text) as unknown;
    },
    async list() {
      const names = (await readdir(folder)).filter((name) => name !== secretName);
      const found = await Promise.all(
        names.map(async (name) => ({ name, stats: await lstat(place(name)).catch(() => undefined) })),
      );
      return found.flatMap(({ name, stats }) => (stats?.isFile() ? [{ name, writtenAt: stats.mtimeMs }] : []));
    },
    remove: (name) => wasThere(unlink(place(name))),
    rename: (name, other) => wasThere(rename(place(name), place(other))),
  };
}

async function wasThere(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function unwrap(raw: string, name: string): Sealed {
  try {
    const { text, seal } = JSON.parse(raw) as Partial<Sealed>;
    if (typeof text === 'string' && typeof seal === 'string') return { text, seal };
  } catch {
    // As any other text that was not written here.
  }
  throw new NotOurs(name);
}

async function readOurs(file: string): Promise<string> {
  await ensureOurs(file);
  return readFile(file, 'utf8');
}

/** Windows tells no modes; its place for such files is the user's own. */
async function ensureOurs(file: string): Promise<void> {
  const stats = await lstat(file);
  const own = process.getuid?.();
  const isOpen = own !== undefined && (stats.uid !== own || (stats.mode & 0o077) !== 0);
  if (isOpen || stats.isSymbolicLink() || (stats.isFile() && stats.size > longest))
    throw new NotOurs(path.basename(file));
}
