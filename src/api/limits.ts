/** Client-side limits and waits. All times in ms. */
export const limits = {
  /** First look at a changing interface, then every, at most: the waiter of NAVER's Terraform provider. */
  settle: {
    firstMs: 2_000,
    everyMs: 3_000,
    atMostMs: 300_000,
    /**
     * How long a back end may still finish a call after its answer was lost is not documented. The time-outs that clients
     * of the service use end at 60 s at most (the JS SDK), so no call is known that took longer; half as much again is kept.
     */
    workingMs: 90_000,
  },
  requestTimeoutMs: 30_000,
  requestsPerSecond: 10,
  pageSize: 1_000,
  responseBytes: 32 * 1024 * 1024,
  /** The gateway refuses a timestamp that is this far or further from its own clock. */
  clockSkewMs: 5 * 60_000,
  /** Tries after the first one; waits grow from `firstMs` with jitter. A Retry-After beyond `retryAfterMostMs` is handed to the caller. */
  retry: { times: 3, firstMs: 250, mostMs: 4_000, retryAfterMostMs: 30_000 },
  /** After a 429 the pace is halved for this long. */
  slowDownMs: 10_000,
} as const;
