import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Plan } from '../../plan/plan';
import { planDigest } from '../../plan/planDigest';
import { NotOurs, openPrivateFolder, type PrivateFolder } from './privateFolder';

/** A plan that an assistant asks for, as a server puts it before a person at a terminal. */
export interface AskedPlan {
  readonly version: 1;
  readonly planId: string;
  /** See src/plan/planDigest.ts. */
  readonly digest: string;
  /** Of this question: an answer to another one is none to it. */
  readonly question: string;
  readonly plan: Plan;
  readonly profile: string;
  readonly gatewayUrl: string;
  readonly regionCode: string;
  /** The program that the assistant is in, as it calls itself. */
  readonly host?: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /** Epoch ms. */
  readonly validUntil: number;
}

interface Answer extends Pick<AskedPlan, 'version' | 'planId' | 'digest' | 'question'> {
  readonly isYes: boolean;
}

/** Questions of servers and answers of persons, between two processes of one user. */
export interface Approvals {
  /** The question as it will be asked. */
  ask(asked: Omit<AskedPlan, 'version' | 'question'>): Promise<AskedPlan>;
  /** A question that waits. Throws NotOurs when it is not as a server of this user asked it. */
  find(planId: string): Promise<AskedPlan | undefined>;
  /** All that wait, the oldest first; those that are {@link NotOurs} are left out. */
  waiting(): Promise<readonly AskedPlan[]>;
  /** False when it was answered, or is not waiting any more. */
  answer(asked: AskedPlan, isYes: boolean): Promise<boolean>;
  /** Takes the answer to this very question. One that is forged is removed, told to `onForged`, and is none. */
  takeAnswer(asked: AskedPlan, onForged: () => void): Promise<boolean | undefined>;
  /** Takes the question back, and an answer to it. */
  close(asked: Pick<AskedPlan, 'planId'>): Promise<void>;
  /** What became of an answer so far. */
  fateOf(asked: Pick<AskedPlan, 'planId'>): Promise<AnswerFate>;
  /** Takes an answer back that the server did not take. */
  withdraw(asked: Pick<AskedPlan, 'planId'>): Promise<Exclude<AnswerFate, 'waiting'>>;
}

/** `taken`: the server acts on it, told once · `waiting`: it did not take it yet · `gone`: it does not count, and never will. */
export type AnswerFate = 'taken' | 'waiting' | 'gone';

/** What a killed server left is of no use after this (ms): no plan lives so long. */
const leftoverMs = 15 * 60_000;

/** Opens the folder of questions under the state folder of the user. Throws NotOurs when others can write there. */
export async function openApprovals(stateFolder: string, now: () => number): Promise<Approvals> {
  const folder = await openPrivateFolder(path.join(stateFolder, 'approvals'));
  for (const { name, writtenAt } of await folder.list()) {
    if (now() - writtenAt > leftoverMs) await folder.remove(name);
  }
  const close = async ({ planId }: Pick<AskedPlan, 'planId'>): Promise<void> => {
    await folder.remove(questionName(planId));
    await folder.remove(answerName(planId));
  };
  const fateOf = async ({ planId }: Pick<AskedPlan, 'planId'>): Promise<AnswerFate> => {
    const names = (await folder.list()).map(({ name }) => name);
    if (names.includes(answerName(planId))) return 'waiting';
    // It may have been taken while the names were read.
    return (await folder.remove(takenName(planId))) ? 'taken' : 'gone';
  };
  return {
    async ask(asked) {
      const question: AskedPlan = { ...asked, version: 1, question: randomUUID() };
      await folder.write(questionName(asked.planId), question);
      return question;
    },
    find: (planId) => findIn(folder, planId),
    async waiting() {
      const planIds = (await folder.list()).flatMap(({ name }) => /^(.+)\.question$/.exec(name)?.[1] ?? []);
      const found = await Promise.all(planIds.map((planId) => findIn(folder, planId).catch(() => undefined)));
      return found
        .filter((one) => one !== undefined)
        .filter(({ validUntil }) => validUntil >= now())
        .sort((one, other) => one.askedAt - other.askedAt);
    },
    async answer({ version, planId, digest, question }, isYes) {
      const waiting = await findIn(folder, planId);
      if (waiting?.question !== question) return false;
      const answer: Answer = { version, planId, digest, question, isYes };
      return folder.write(answerName(planId), answer);
    },
    async takeAnswer({ planId, digest, question }, onForged) {
      try {
        const found = (await folder.read(answerName(planId))) as Partial<Answer> | undefined;
        if (!found) return undefined;
        if (found.planId === planId && found.digest === digest && found.question === question) {
          // One that was withdrawn in this moment is none. What is left tells the person's terminal that it counted.
          return (await folder.rename(answerName(planId), takenName(planId))) ? found.isYes === true : undefined;
        }
      } catch (error) {
        if (!(error instanceof NotOurs)) throw error;
      }
      onForged();
      await folder.remove(answerName(planId));
      return undefined;
    },
    close,
    fateOf,
    async withdraw(asked) {
      if (await folder.remove(answerName(asked.planId))) return 'gone';
      const fate = await fateOf(asked);
      return fate === 'waiting' ? 'gone' : fate;
    },
  };
}

/** True for the ids that servers make. Others are not looked for: an id is a part of a file's name. */
export function isPlanId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}

const questionName = (planId: string): string => `${planId}.question`;
const answerName = (planId: string): string => `${planId}.answer`;
const takenName = (planId: string): string => `${planId}.taken`;

async function findIn(folder: PrivateFolder, planId: string): Promise<AskedPlan | undefined> {
  if (!isPlanId(planId)) return undefined;
  const found = (await folder.read(questionName(planId))) as AskedPlan | undefined;
  // What a person reads is what the digest says that they say yes to.
  if (found && (found.planId !== planId || planDigest(found.plan) !== found.digest)) throw new NotOurs(planId);
  return found;
}
