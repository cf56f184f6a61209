/** Why a tool says no, and what a model may do about it. */
export const repairs = {
  noProfile: 'There is no profile. Ask the user to run "NAVER Cloud IP: Add Profile…" or "Try the Sandbox".',
  toolsOff: 'The user turned these tools off for this profile. Do not ask for another way in.',
  lookOnly: 'This profile lets assistants look only. Tell the user what you would change instead.',
  readOnly: 'The profile is read-only. Only the user may change that.',
  badInput: 'Correct the input and call again.',
  staleCursor: 'The network was read again since. Start over without a cursor.',
  unknownSubnet: 'Take the number of a subnet from listNetwork with of: "subnets".',
  unknownEntry: 'No such change in this profile and region. Take an id from getHistory.',
  unfinishedEntry: 'This change is still under way. Wait, then look with getHistory.',
  nothingToUndo: 'Nothing in the history of this profile and region can be taken back.',
  planTooLarge: 'A plan must be short enough to be read. Ask for fewer changes at a time.',
  answerTooLong: 'Ask for less, with a filter.',
  unknownPlan: 'No such plan in this window. Make one with planChange.',
  wrongDigest: 'The digest is not that of the plan. Use both as planChange gave them.',
  spent: 'This plan was used already. Look at what happened with getHistory, then plan again if it is still wanted.',
  expired: 'Plans are valid for 10 minutes. Plan again.',
  otherPlace:
    'The plan was made for another profile or region than the user looks at now. Ask the user which is meant.',
  stale: 'The network changed since the plan was made. Plan again and show the user the new plan.',
  busy: 'Another plan is being asked about or applied. Wait for its answer.',
  cancelled: 'Canceled. Nothing was sent.',
  keys: 'The keys of this profile are missing or have ended. Ask the user to run "NAVER Cloud IP: Update Keys…".',
  service: 'Reading NAVER Cloud failed. Tell the user what it said; try again later.',
  unexpected: 'Something went wrong. The log of NAVER Cloud IP says more to the user.',
} as const;

/** Why a tool says no. */
export type RefusedBecause = keyof typeof repairs;

/** A tool says no, for a reason that whoever called it can act on. */
export class ToolRefused extends Error {
  constructor(
    readonly because: RefusedBecause,
    /** More about it, without text from outside. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(because);
    this.name = 'ToolRefused';
  }
}
