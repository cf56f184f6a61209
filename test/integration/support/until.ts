import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until there is an answer, for ten seconds; then throws that `what` did not come. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(50);
  }
  throw new Error(`${what} did not come`);
}
