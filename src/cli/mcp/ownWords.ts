import type { ToolAnswer } from '../../tools/runTool';
import { aboutTools } from '../../tools/aboutTools';
import type { RefusedBecause } from '../../tools/toolRefused';
import type { ToolName } from '../../tools/toolTable';

/** What a model is told of a server that may ask for changes. */
const mayAsk =
  'You may look and plan as you like; a person applies. Show a plan to the user first. Then tell them to run `ncloud-ip approve <planId>` in a terminal of their own, and call applyPlan: it waits for their answer. Never run that command yourself.';
const mayNotAsk =
  'You may look and plan as you like. This server applies nothing: tell the user what you would change, and let them do it.';

/** What a model is told of the server as a whole. */
export function instructionsOf(mayApply: boolean): string {
  return [
    'Private IP addresses of one NAVER Cloud account and region.',
    '"The user looks at" means the profile and region that this server was started with; every answer names them.',
    mayApply ? mayAsk : mayNotAsk,
  ].join(' ');
}

/** The description of a tool. Where the table speaks of the editor, there is a terminal here. */
export function descriptionOf(name: ToolName): string {
  return name === 'applyPlan'
    ? 'Ask the user to approve a plan of planChange or planUndo, and apply it if they do. They answer by `ncloud-ip approve <planId>` in a terminal: tell them so before you call this, as it waits for the answer, at most until the plan ends. No approval elsewhere counts. A plan can be used once. Gives the outcome of every address: applied, notApplied or unknown, found by reading.'
    : aboutTools[name].description;
}

/** What mends a refusal here, where the words of the editor would lead to its commands. */
const repairs: Partial<Record<RefusedBecause, string>> = {
  unknownPlan: 'This server made no such plan, or was started again since. Make one with planChange.',
  otherPlace: 'The plan was made for another profile or region than this server is for. Plan again.',
  keys: 'The keys of this server are missing, wrong or have ended. Ask the user to correct them and start the server again.',
  unexpected: 'Something went wrong. The log of the server (--log FILE) says more to the user.',
};

/** An answer with the repair that helps here. */
export function inOwnWords(answer: ToolAnswer): ToolAnswer {
  if (!answer.isError) return answer;
  const body = JSON.parse(answer.text) as { readonly error: RefusedBecause };
  const repair = repairs[body.error];
  return repair === undefined ? answer : { ...answer, text: JSON.stringify({ ...body, repair }) };
}
