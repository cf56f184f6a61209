// node test/failover/run.mjs [--runs N] [--worlds N] [--lanes N] [--scenario NAME] [--seed S]: the failover kit on real keepalived
// (200 runs) and on virtual time (10,000 runs), many more of them than `npm test` makes.
import { parseArgs } from 'node:util';
import { runCampaign } from '../host/runCampaign.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    worlds: { type: 'string', default: '10000' },
    lanes: { type: 'string', default: '5' },
    scenario: { type: 'string' },
    seed: { type: 'string' },
  },
});
await runCampaign('failover', 'FAILOVER_SEED', {
  FAILOVER_RUNS: values.runs,
  FAILOVER_WORLDS: values.worlds,
  FAILOVER_LANES: values.lanes,
  FAILOVER_SCENARIO: values.scenario,
  FAILOVER_SEED: values.seed,
});
