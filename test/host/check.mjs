// npm run check: everything that can be said about the code without running it.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runChecks } = await import('./runChecks.mjs');
await runChecks(process.argv.slice(2));
