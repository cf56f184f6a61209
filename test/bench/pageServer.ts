// A service for the bench, in a process of its own: it answers each page of a sandbox at once, from memory, so that what is
// measured is the client. Told `{rate}`, it turns away what is more in a second, and tells at the next message what it
// let through.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/startSandbox';

interface Limit {
  /** Null for any: what goes between processes knows no Infinity. */
  readonly rate: number | null;
  readonly retryAfter?: boolean;
  /** How long (ms) each answer takes. */
  readonly latencyMs?: number;
}

const sandbox = await startSandbox({ scenario: 'large', nics: Number(process.argv[2]) });
const pages = new Map<string, Promise<Buffer>>();
let limit: Limit = { rate: null };
let granted: number[] = [];
let refused: number[] = [];

async function fetchPage({ url = '/', headers }: IncomingMessage): Promise<Buffer> {
  const signed = Object.entries(headers).filter(([name]) => name.startsWith('x-ncp-'));
  const answer = await fetch(sandbox.access.url + url, { headers: signed as [string, string][] });
  return Buffer.from(await answer.arrayBuffer());
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const now = performance.now();
  const url = request.url ?? '/';
  if (granted.filter((at) => at > now - 1_000).length >= (limit.rate ?? Infinity)) {
    refused.push(now);
    response.writeHead(429, limit.retryAfter ? { 'Retry-After': '1' } : {});
    response.end(JSON.stringify({ error: { errorCode: '420', message: 'Rate Limited', details: '' } }));
    return;
  }
  granted.push(now);
  const page = pages.get(url) ?? fetchPage(request);
  pages.set(url, page);
  const body = await page;
  if (limit.latencyMs) await sleep(limit.latencyMs);
  response.writeHead(200, { 'Content-Type': 'application/json;charset=UTF-8', 'Content-Length': body.length });
  response.end(body);
}

const server = createServer((request, response) => void answer(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.send?.({ ...sandbox.access, url });
});
process.on('message', (next: Limit) => {
  process.send?.({ granted, refused, urls: [...pages.keys()] });
  limit = next;
  granted = [];
  refused = [];
});
process.on('disconnect', () => process.exit());
