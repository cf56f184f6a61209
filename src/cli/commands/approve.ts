import { l10n } from 'vscode';
import { needStateFolder, stateFolder } from '../account/stateFolder';
import { isPlanId, openApprovals, type Approvals, type AskedPlan } from '../approval/approvals';
import { askedText, waitingText } from '../approval/askedText';
import { askForYes } from '../approval/askForYes';
import { NotOurs } from '../approval/privateFolder';
import type { Run } from '../command';
import { CommandError } from '../commandError';
import { exitCodes } from '../exitCodes';
import type { Terminal } from '../terminal';
import { textTable } from '../textTable';

/** How long (ms) to wait for the server to see an answer, and how often to look. */
const seenWithinMs = 10_000;
const everyMs = 250;

/** Puts the plan of an assistant before the person at this terminal, and hands the answer to the server that waits for it. */
export const approve: Run = async ({ terminal, files: [planId] }) => {
  const { clock, env } = terminal;
  const folder = stateFolder(env);
  await needStateFolder(folder);
  const approvals = await own(openApprovals(folder, () => clock.now()));
  if (planId === undefined) return list(terminal, approvals);
  if (!terminal.isInteractive) {
    throw new CommandError([l10n.t('A plan of an assistant is answered by a person: run this in a terminal.')]);
  }
  const asked = isPlanId(planId) ? await own(approvals.find(planId)) : undefined;
  if (!asked) throw new CommandError([l10n.t('No plan with this id waits for an answer.')]);
  refuseLate(asked, clock.now());
  terminal.tell(askedText(asked));
  const isYes = await askForYes(terminal, asked.plan);
  if (isYes === undefined) return exitCodes.interrupted;
  refuseLate(asked, clock.now());
  if (!(await own(approvals.answer(asked, isYes)))) throw gone();
  if ((await fateOf(terminal, approvals, asked)) === 'gone') {
    // Whoever breaks off may answer once more; a server that did not look for so long is not there.
    if (terminal.signal.aborted) return exitCodes.interrupted;
    await approvals.close(asked);
    throw gone();
  }
  terminal.tell(isYes ? l10n.t('Approved. The server applies it now.') : l10n.t('Declined. Nothing was changed.'));
  return exitCodes.ok;
};

async function list(terminal: Terminal, approvals: Approvals): Promise<typeof exitCodes.ok> {
  const waiting = await approvals.waiting();
  if (waiting.length === 0) terminal.tell(l10n.t('No plan waits for an answer.'));
  else terminal.write(textTable(waiting.map(waitingText)));
  return exitCodes.ok;
}

/** Waits until the server takes the answer, and takes it back from one that does not: then it cannot count later. */
async function fateOf({ clock, signal }: Terminal, approvals: Approvals, asked: AskedPlan): Promise<'taken' | 'gone'> {
  const until = clock.now() + seenWithinMs;
  while (clock.now() < until && !signal.aborted) {
    const fate = await approvals.fateOf(asked);
    if (fate !== 'waiting') return fate;
    await clock.sleep(everyMs, signal);
  }
  return approvals.withdraw(asked);
}

function refuseLate({ askedAt, validUntil }: AskedPlan, now: number): void {
  if (now > validUntil || now < askedAt) throw new CommandError([l10n.t('The plan has expired. Nothing was changed.')]);
}

function gone(): CommandError {
  return new CommandError([l10n.t('The server does not wait for this answer any more. Nothing was changed.')]);
}

async function own<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    throw new CommandError([
      l10n.t(
        '“{0}” was not written by a server of this user, or others can read it. Nothing was changed.',
        error.message,
      ),
    ]);
  }
}
