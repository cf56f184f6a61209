import { once } from 'node:events';
import { CLIENT_INFO_META_KEY, McpServer, type ServerContext } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { printable } from '../../text/printable';
import { aboutTools } from '../../tools/aboutTools';
import { runTool } from '../../tools/runTool';
import { toolTable, type ToolName } from '../../tools/toolTable';
import type { Logger } from '../../api/logger';
import type { Desk } from './createDesk';
import { descriptionOf, inOwnWords, instructionsOf } from './ownWords';
import { toolSchema } from './toolSchema';

/** What is served, and until when. */
export interface ServedTools {
  readonly desk: Desk;
  readonly mayApply: boolean;
  readonly version: string;
  readonly log: Logger;
  /** Ends the server as the end of standard input does. */
  readonly signal: AbortSignal;
}

/** Names of hosts are shown and kept. */
const longestHost = 60;

/** Serves the tools over standard input and output until the host closes them, and waits for a change that is under way. */
export async function serveMcp({ desk, mayApply, version, log, signal }: ServedTools): Promise<void> {
  const { stdin, stdout } = process;
  // A host that goes away must not end the process in the middle of a change: the end of the input ends it.
  stdout.removeAllListeners('error');
  const ended = Promise.race([once(stdin, 'end'), once(stdin, 'close'), once(signal, 'abort')]);
  const open = (): McpServer => {
    const server = new McpServer({ name: 'ncloud-ip', version }, { instructions: instructionsOf(mayApply) });
    for (const name of Object.keys(toolTable) as ToolName[]) {
      if (name !== 'applyPlan' || mayApply) register(server, name);
    }
    return server;
  };
  const register = (server: McpServer, name: ToolName): void => {
    const { annotations } = aboutTools[name];
    const inputSchema = toolSchema(toolTable[name].input);
    const config = { description: descriptionOf(name), annotations, inputSchema };
    server.registerTool(name, config, async (given, context) => {
      const host = hostOf(server, context);
      const deps = desk.depsFor({ host, onWaiting: progressOf(context) });
      const stop = AbortSignal.any([context.mcpReq.signal, signal]);
      const { text, isError } = inOwnWords(await runTool(deps, name, given, stop));
      return { content: [{ type: 'text', text }], isError };
    });
  };
  const handle = serveStdio(open, { onerror: (error) => log.warn(`mcp: ${error.message}`) });
  await ended;
  await handle.close();
  await desk.idle();
}

/** What the host calls itself: with the request since the revision of 2026-07-28, at the start before. */
function hostOf({ server }: McpServer, { mcpReq }: ServerContext): string | undefined {
  const told = mcpReq.envelope as { readonly [CLIENT_INFO_META_KEY]?: { readonly name?: unknown } } | undefined;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Where a request does not name its client, there is no other way.
  const name = told?.[CLIENT_INFO_META_KEY]?.name ?? server.getClientVersion()?.name;
  return typeof name === 'string' && name.trim() !== '' ? printable(name, longestHost) : undefined;
}

/** Tells a host that asked for it how a call gets on, which also keeps it from giving up. */
function progressOf({ mcpReq }: ServerContext): (message: string) => void {
  const progressToken = mcpReq._meta?.progressToken;
  let progress = 0;
  return (message) => {
    if (progressToken === undefined) return;
    const params = { progressToken, progress: ++progress, message };
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}
