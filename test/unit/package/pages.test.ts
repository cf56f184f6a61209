import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { root } from '../../host/paths.mjs';

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const places =
  /(?<![\w./-])(?:src|test|docs|l10n|media|\.github|\.vscode|\.ci)\/[\w.@*/-]*\w|(?<=`)[\w.-]+\.(?:json|md|mjs|cjs)(?=`)/g;

/** Files and folders that a page names by code; one with a `<blank>` to be filled in is an example, and results come and go. */
function namedIn(page: string): string[] {
  const code = [...page.matchAll(/`[^`\n]+`/g)].map(([text]) => text).filter((text) => !/[<>]|__results__/.test(text));
  return code.flatMap((text) => [...text.matchAll(places)].map(([name]) => name));
}

describe.each(['CONTRIBUTING.md', 'docs/architecture.md', 'docs/sandbox.md', 'docs/performance.md'])('%s', (file) => {
  it('names files that exist', () => {
    const named = namedIn(read(file));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !fs.existsSync(path.join(root, name)))).toEqual([]);
  });

  it('links to pages that exist', () => {
    const links = [...read(file).matchAll(/\]\((?!\w+:)([^)#]+)/g)].map(([, target]) => target ?? '');
    const missing = links.filter((target) => !fs.existsSync(path.join(root, path.dirname(file), target)));
    expect(missing).toEqual([]);
  });
});

describe('the comments of the source', () => {
  it('name files that exist', () => {
    const sources = fs.globSync('src/**/*.ts', { cwd: root });
    const named = sources.flatMap((file) =>
      [...read(file).matchAll(/(?<![\w./])(?:src|test|docs)\/[\w/-]+\.(?:ts|mjs|md)\b/g)].map(([name]) => ({
        file,
        name,
      })),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !fs.existsSync(path.join(root, name)))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md');
  const scripts = Object.keys(manifest.scripts).filter((name) => name !== 'vscode:prepublish');

  it('tells every script, and no other', () => {
    const told = [...page.matchAll(/`npm (?:run )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(scripts.filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => !scripts.includes(name) && name !== 'version')).toEqual([]);
  });

  it('names the configurations that F5 offers', () => {
    const { configurations } = JSON.parse(read('.vscode/launch.json')) as { configurations: { name: string }[] };
    const names = configurations.map(({ name }) => name.replace(/ \(.*/, ''));
    expect(names.filter((name) => !page.includes(`_${name}_`))).toEqual([]);
  });
});
