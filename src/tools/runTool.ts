import * as v from 'valibot';
import { isApiError } from '../api/apiError';
import { isMissingKeys } from '../session/keys/missingKeys';
import { assistantAccess } from '../session/profile';
import { foreign, foreignNote } from './foreign';
import { countTokens, mostTokens } from './tokens';
import type { ToolDeps } from './tool';
import { toolTable, type ToolName } from './toolTable';
import { repairs, ToolRefused, type RefusedBecause } from './toolRefused';

/** What a model gets: JSON on one line. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** No tool takes so many of anything. */
const longestList = 1_000;

/** More of an input than this is not logged; in characters. */
const longestInput = 300;

/**
 * Runs a tool and says what came of it: never rejects, whatever the input is. Each use is a line of the log. No answer has
 * anything secret: only what is listed in src/tools/ gets in, and errors by their kind.
 */
export async function runTool(
  deps: ToolDeps,
  name: ToolName,
  given: unknown,
  signal: AbortSignal = new AbortController().signal,
): Promise<ToolAnswer> {
  const tool = toolTable[name];
  let input: unknown = {};
  const line = (end: string): string => `tool ${name} ${JSON.stringify(input).slice(0, longestInput)} → ${end}`;
  try {
    const scope = deps.place();
    if (!scope) throw new ToolRefused('noProfile');
    const access = assistantAccess(scope.profile);
    if (access === 'off') throw new ToolRefused('toolsOff');
    if (access === 'look' && tool.needs === 'propose') throw new ToolRefused('lookOnly');
    input = readInput(tool.input, given);
    const answer = await tool.run(input, { deps, scope, signal });
    const text = JSON.stringify(answer);
    if (countTokens(text) > mostTokens) throw new ToolRefused('answerTooLong');
    deps.log.info(line(summaryOf(answer)));
    return { text, isError: false };
  } catch (error) {
    const { because, facts } = refusalOf(error);
    const isOurs = because !== 'unexpected';
    deps.log[isOurs ? 'info' : 'warn'](line(isOurs ? because : String(error)));
    return { text: JSON.stringify({ error: because, ...facts, repair: repairs[because] }), isError: true };
  }
}

function readInput(schema: (typeof toolTable)[ToolName]['input'], given: unknown): unknown {
  refuseLongLists(schema, given);
  const { success, output, issues } = v.safeParse(schema, given ?? {});
  if (success) return output;
  const told = issues.slice(0, 5);
  // Where it is wrong and what belongs there, not what stands there.
  throw new ToolRefused('badInput', {
    at: told.map((issue) => v.getDotPath(issue) ?? ''),
    expected: told.map(({ expected }) => expected ?? ''),
  });
}

/** A schema looks at every entry before it counts them, and nothing else can run meanwhile. */
function refuseLongLists({ entries }: (typeof toolTable)[ToolName]['input'], given: unknown): void {
  for (const name of Object.keys(entries)) {
    const list = typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[name] : undefined;
    if (Array.isArray(list) && list.length > longestList)
      throw new ToolRefused('badInput', { at: [name], expected: [`<=${longestList}`] });
  }
}

function refusalOf(error: unknown): { because: RefusedBecause; facts: Readonly<Record<string, unknown>> } {
  if (error instanceof ToolRefused) return error;
  if (isMissingKeys(error)) return { because: 'keys', facts: {} };
  if (!isApiError(error)) return { because: 'unexpected', facts: {} };
  const { kind, action, apiMessage } = error.details;
  const because = kind === 'cancelled' ? 'cancelled' : kind === 'credentials' ? 'keys' : 'service';
  return { because, facts: { kind, action, ...(apiMessage && { said: foreign(apiMessage, 120), note: foreignNote }) } };
}

/** What the log says of an answer. */
function summaryOf(answer: object): string {
  const { planId, rows, result, problems } = answer as Record<string, unknown>;
  if (typeof planId === 'string') return `plan ${planId}`;
  if (Array.isArray(problems)) return `${problems.length} problems`;
  if (typeof result === 'string') return result;
  return Array.isArray(rows) ? `${rows.length} rows` : 'done';
}
