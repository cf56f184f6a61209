// npm run -s sandbox -- [--port N] [--scenario small|empty|large] …: the first line printed is the JSON with its address and keys.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runSandbox } = await import('./runSandbox.mjs');
runSandbox(process.argv.slice(2));
