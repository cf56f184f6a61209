import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';

/** What Windows answers while a virus scanner, an indexer or another window has the file open for a moment. */
const momentary = ['EPERM', 'EACCES', 'EBUSY'];

const policy = retry(
  handleWhen((error) => momentary.includes((error as NodeJS.ErrnoException).code ?? '')),
  { maxAttempts: 6, backoff: new ExponentialBackoff({ initialDelay: 10, maxDelay: 200 }) },
);

/** Does `work`, which puts a file in another's place or takes one away, and tries again for about a second when it is refused. */
export function patiently<T>(work: () => Promise<T>): Promise<T> {
  return policy.execute(work);
}
