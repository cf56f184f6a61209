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
    /**
     * After a lost count, what appears within this time is taken for its own; what appears later may be a colleague's. A change
     * that goes well shows in the next read, which comes after two seconds.
     */
    ownMs: 30_000,
  },
  /** The same for the sandbox, which settles in a moment. */
  settleOfSandbox: { firstMs: 100, everyMs: 250, atMostMs: 60_000, workingMs: 10_000, ownMs: 5_000 },
  requestTimeoutMs: 30_000,
  pageSize: 1_000,
  /** Of an answer, after decompression. */
  responseBytes: 32 * 1024 * 1024,
  /** Characters that are read within a millisecond; longer ones let others in between (answers/betweenSlices.ts). */
  quickAnswer: 64 * 1024,
  /**
   * What of an answer is parsed at most: a full page of servers holds 150,000 values (commas, colons, brackets), four deep. Answers of
   * up to `shortAnswer` characters, as a page has, are parsed whatever they hold: at worst 90 MB and a fifth of a second.
   */
  shortAnswer: 2_000_000,
  answerValues: 300_000,
  answerDepth: 64,
  /** The same for XML, in characters and in tags: a full page of network interfaces holds 40,000 of them. */
  xmlLength: 500_000,
  xmlTags: 50_000,
  /** Rows of one answer; a page has {@link limits.pageSize}, a list without pages a few. */
  answerRows: 10_000,
  /** Secondary IPs of one interface: the service allows five. */
  rowAddresses: 250,
  /** Rows of a list, and the time for all its pages. */
  listRows: 100_000,
  listTimeoutMs: 120_000,
  /** Characters of what the service says: of a message, of a code or an id, of any text of a row, of a key of a row. */
  textLength: { message: 2_000, id: 100, field: 1_000, key: 200 },
  /** The gateway refuses a timestamp that is this far or further from its own clock. */
  clockSkewMs: 5 * 60_000,
  /** Tries after the first one; waits grow from `firstMs` with jitter. A Retry-After beyond `retryAfterMostMs` is handed to the caller. */
  retry: { times: 3, firstMs: 250, mostMs: 4_000, retryAfterMostMs: 30_000 },
} as const;
