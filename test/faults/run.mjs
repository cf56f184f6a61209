// node test/faults/run.mjs [--runs N] [--kills N] [--answers N] [--texts N] [--mcp N] [--seed S [--path P]]: the fault campaign,
// kills of windows, mutated answers and texts, and assistants over MCP by hand, with more of them than `npm test` makes; or one run again, as a failure names it.
import { parseArgs } from 'node:util';
import { runCampaign } from '../host/runCampaign.mjs';

const type = 'string';
const { values } = parseArgs({
  options: {
    runs: { type },
    kills: { type },
    answers: { type },
    texts: { type },
    mcp: { type },
    seed: { type },
    path: { type },
  },
});
await runCampaign('faults', 'FAULT_SEED', {
  FAULT_RUNS: values.runs,
  FAULT_ANSWERS: values.answers,
  FAULT_TEXTS: values.texts,
  KILL_RUNS: values.kills,
  MCP_RUNS: values.mcp,
  FAULT_PATH: values.path,
  FAULT_SEED: values.seed,
});
