/** Enough of an access key to tell which one it is: a quarter of it, four characters at most. */
export function maskAccessKey(accessKey: string): string {
  return `${accessKey.slice(0, Math.min(4, accessKey.length >> 2))}…`;
}
