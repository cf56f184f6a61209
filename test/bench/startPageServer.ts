import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What the service of the bench let through and turned away since the last time (ms on its own clock), and every page it has. */
export interface Served {
  readonly granted: readonly number[];
  readonly refused: readonly number[];
  readonly urls: readonly string[];
}

/** The service of the bench in a process of its own. */
export interface PageServer {
  readonly url: string;
  readonly keys: { readonly accessKey: string; readonly secretKey: string };
  /** From now on so many calls a second, each of which takes so long; tells what was served before. */
  allow(rate: number, how?: { readonly retryAfter?: boolean; readonly latencyMs?: number }): Promise<Served>;
  close(): void;
}

/** Starts the compiled `pageServer.ts` with a region of so many interfaces. */
export async function startPageServer(program: string, interfaces: number): Promise<PageServer> {
  const child = fork(program, [String(interfaces)]);
  const next = async <T>(): Promise<T> => (await once(child, 'message'))[0] as T;
  const { url, accessKey, secretKey } = await next<{ url: string; accessKey: string; secretKey: string }>();
  return {
    url,
    keys: { accessKey, secretKey },
    allow(rate, how) {
      const served = next<Served>();
      child.send({ rate, ...how });
      return served;
    },
    close: () => child.disconnect(),
  };
}
