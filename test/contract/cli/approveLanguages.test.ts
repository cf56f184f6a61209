import { existsSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { useCli } from '../../support/cliStage';
import { approveInTerminal, openMcpBench } from '../../support/mcp';

const takeOver = { kind: 'assign', interface: '701236', addresses: ['10.0.10.20'], takeOver: true };

describe.skipIf(process.platform === 'win32')('ncloud-ip approve at a terminal', () => {
  const cli = useCli();

  it.each(['en', 'ko', 'ja'])(
    'reads as a whole in the language %s',
    async (language) => {
      const { built, bench, sandbox } = cli;
      bench.env.LC_ALL = `${language}_${language.toUpperCase()}.UTF-8`;
      const server = await openMcpBench(built, bench, '--region', 'KR', '--allow-apply=Environment');
      /** A plan of it waits; gives what stands on the screen once it is answered. */
      async function screen(...answers: string[]): Promise<string> {
        const { planId, digest } = await server.call('planChange', { changes: [takeOver] });
        const applied = server.call('applyPlan', { planId, digest });
        const question = path.join(bench.folder, 'state', 'ncloud-ip', 'approvals', `${String(planId)}.question`);
        await expect.poll(() => existsSync(question), { timeout: 15_000 }).toBe(true);
        const { stdout } = await approveInTerminal(built, bench, String(planId), ...answers);
        await applied;
        const late = await approveInTerminal(built, bench, String(planId));
        return stripVTControlCharacters([stdout, late.stdout].join('\n'))
          .replaceAll('\r', '')
          .replaceAll(String(digest), '<digest>')
          .replaceAll(sandbox.url, '<gateway>')
          .replaceAll(/\d\d:\d\d:\d\d/g, '<time>');
      }
      try {
        const declined = await screen('no such name', '');
        const approved = await screen('web-02-eth0');
        const piped = await bench.run('approve', crypto.randomUUID());
        const none = await bench.run('approve');
        const all = [declined, approved, piped.stderr, none.stderr].join('\n========\n');
        await expect(all).toMatchFileSnapshot(`__golden__/approve.${language}.txt`);
        expect((await sandbox.requests()).filter(({ method }) => method === 'POST')).toHaveLength(1);
      } finally {
        await server.close();
      }
    },
    90_000,
  );
});
