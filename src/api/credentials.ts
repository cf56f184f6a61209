/** A key pair of a main account, a sub account or STS (temporary pairs sign like any other; there is no session token). */
export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Epoch ms after which a temporary pair is refused; absent for permanent keys. */
  readonly expiresAt?: number;
}

/** True when a temporary pair is over at `now` (epoch ms): it would be refused, so nothing is signed with it. */
export function haveEnded({ expiresAt }: Pick<Credentials, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}
