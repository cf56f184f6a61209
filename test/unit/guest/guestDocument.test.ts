import { describe, expect, it } from 'vitest';
import { guestCommands } from '../../../src/guest/guestCommands';
import { guestDocument, type GuestWords } from '../../../src/guest/guestDocument';
import { guestInputOf } from '../../../src/guest/guestInputOf';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';

const words: GuestWords = {
  title: 'Commands',
  introduction: 'Read first.',
  add: 'Add',
  remove: 'Remove',
  check: 'Check',
  checkFirst: 'Check first',
  likely: 'likely',
  file: (path) => `File ${path}`,
  caption: (caption) => `caption ${caption}`,
  gains: (addresses) => `gains ${addresses}`,
  loses: (addresses) => `loses ${addresses}`,
  system: (id) => id,
  factNote: (note) => (note.kind === 'addressLeftOut' ? `left out ${note.text}` : note.kind),
  systemNote: (note) => note,
};
const network = buildNetwork({
  servers: [buildServer({ platformType: { code: 'UBS64' } })],
  interfaces: [
    buildInterface({ instanceNo: '10423318', deviceName: 'eth0', secondaryIpList: ['10.0.10.20', '10.0.10.11'] }),
  ],
});
const change = { networkInterfaceNo: '701236', gains: ['10.0.10.11'], loses: ['10.0.10.30'] };

describe('the input of a guest', () => {
  it('joins device, prefix, platform and what else the interface holds', () => {
    expect(guestInputOf(change, network)).toEqual({
      device: 'eth0',
      prefix: 24,
      primary: '10.0.10.14',
      gains: ['10.0.10.11'],
      loses: ['10.0.10.30'],
      keeps: ['10.0.10.20'],
      systemHint: 'UBS64',
    });
  });

  it('is the same before the change and after it', () => {
    const before = network.withInterfaces([
      buildInterface({ instanceNo: '10423318', deviceName: 'eth0', secondaryIpList: ['10.0.10.20', '10.0.10.30'] }),
    ]);
    expect(guestInputOf(change, before)).toEqual(guestInputOf(change, network));
  });

  it('is unknown for an interface that is not there', () => {
    expect(guestInputOf({ ...change, networkInterfaceNo: '1' }, network)).toBeUndefined();
  });
});

describe('the guest document', () => {
  const commands = guestCommands(guestInputOf(change, network)!);
  const text = guestDocument([{ title: 'web-01/eth0', commands }], words);

  it('has the likely system first and a heading for each part that has commands', () => {
    expect(text.match(/^#{2,4} .*$/gm)?.slice(0, 6)).toEqual([
      '## web-01/eth0',
      '### ubuntu (likely)',
      '#### Add',
      '#### Remove',
      '#### Check',
      '### rocky',
    ]);
  });

  it('has the check of Windows before anything that could end a remote session', () => {
    const windows = text.slice(text.indexOf('### windows'));
    expect(windows.match(/^#{4} .*$/gm)?.slice(0, 3)).toEqual(['#### Check first', '#### Add', '#### Remove']);
  });

  it('says over each block that is one of several ways when it is the right one', () => {
    expect(text).toMatch(/^caption keepDhcp\n\n```powershell\n(?:.*\n)?netsh interface ipv4 set interface/m);
    expect(text).toMatch(/^caption orPowerShellWithoutDhcp\n\n```powershell\n(?:.*\n)?New-NetIPAddress/m);
  });

  it('fences every block whole, with its file before it', () => {
    const blocks = commands.systems.flatMap(({ add, remove, check }) => [...add, ...remove, ...check]);
    for (const block of blocks) {
      const file = block.path === undefined ? '' : `File \`${block.path}\`\n\n`;
      expect(text).toContain(`${file}\`\`\`${block.language}\n${block.text}\n\`\`\`\n`);
    }
    expect(text.match(/^```/gm)).toHaveLength(blocks.length * 2);
  });

  it('keeps names from outside from becoming headings, links or code', () => {
    const odd = guestDocument(
      [{ title: 'a\n# [b](c) `d`', commands: guestCommands({ gains: ['<img>'], loses: [], keeps: [] }) }],
      words,
    );
    expect(odd).toContain('## a # \\[b\\]\\(c) \\`d\\`\n');
    expect(odd).toContain('- left out \\< img>\n');
  });
});
