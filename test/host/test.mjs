// npm test [-- suite …]: unit, contract, faults, failover, integration, e2e (all of them when none is named), or desktop.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runTests } = await import('./runTests.mjs');
await runTests(process.argv.slice(2));
