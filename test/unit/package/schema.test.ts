import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../../package.json';
import { declaredLanguage } from '../../../src/contributions';
import { readDeclarations } from '../../../src/declared/readDeclarations';
import { isIpv4 } from '../../../src/model/address';
import { cliSchemas } from '../../host/cliSchemas.mjs';
import { declaredSchema, schemaFile } from '../../host/declaredSchema.mjs';
import { root } from '../../host/paths.mjs';

describe('the schema of files of declared addresses', () => {
  it('is the one that reads them; `npm run docs` writes it', async () => {
    expect(fs.readFileSync(path.join(root, schemaFile), 'utf8')).toBe(await declaredSchema());
  });

  it('says which draft it is, and what each key is for', async () => {
    const schema = JSON.parse(await declaredSchema()) as Record<string, unknown> & {
      properties: Record<string, { description?: string }>;
    };
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', required: ['version'] });
    for (const [key, { description }] of Object.entries(schema.properties)) expect(description, key).toMatch(/\.$/);
  });

  it('is what the manifest names, for JSON and for the YAML extension', () => {
    const { jsonValidation, yamlValidation, languages } = manifest.contributes;
    const { extensions = [] } = languages.find(({ id }) => id === declaredLanguage) ?? {};
    const fileMatch = extensions.map((extension) => `*${extension}`);
    for (const [one] of [jsonValidation, yamlValidation]) expect(one).toEqual({ fileMatch, url: `./${schemaFile}` });
  });

  const full = `
version: 1
profile: production
region: KR
maxRemovals: 2
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.12]
  "701240": [10.0.10.13]
  db-vip-nic:
    secondaryIps: [10.0.20.30]
    authoritative: true
floating:
  - address: 10.0.10.20
    holders: [lb-01/eth0, lb-02/eth0]
    owner: platform
reserved:
  - { address: 10.0.10.30, for: OPS-812, until: 2027-01-31 }
  - { range: 10.0.10.200-219, for: k8s ingress }
released:
  - 10.0.10.99
`;

  it.each([
    ['everything that can stand there', full, true],
    ['the least', 'version: 1', true],
    ['no version', 'region: KR', false],
    ['another version', 'version: 2', false],
    ['a key nobody knows', 'version: 1\ninterface: {}', false],
    ['an address as a number', 'version: 1\nreleased: [10.5]', false],
    ['a floating address without holders', 'version: 1\nfloating: [{ address: 10.0.10.20 }]', false],
    ['a reservation of nothing', 'version: 1\nreserved: [{ for: OPS-812 }]', false],
    ['a reservation of two things', 'version: 1\nreserved: [{ address: 10.0.10.30, range: 10.0.10.40-49 }]', false],
    ['a list as an interface holds none', 'version: 1\ninterfaces: [web-01]', false],
  ])('takes or refuses as it should: %s', async (_, text, isTaken) => {
    const validate = new Ajv2020({
      strict: true,
      strictRequired: false,
      formats: { ipv4: isIpv4, date: /^\d{4}-\d\d-\d\d$/ },
    }).compile(JSON.parse(await declaredSchema()) as object);
    expect([validate(parse(text)), validate.errors ?? []]).toEqual([isTaken, isTaken ? [] : expect.any(Array)]);
    expect(readDeclarations(text, '2026-01-05').problems.length === 0).toBe(isTaken);
  });
});

describe('the schemas of what the command line tool prints', () => {
  it('are those that its output is typed by; `npm run docs` writes them', async () => {
    const schemas = await cliSchemas();
    expect(schemas.map(([file]) => file)).toEqual(
      ['plan', 'drift', 'list'].map((name) => `docs/cli/${name}.schema.json`),
    );
    for (const [file, text] of schemas) expect(fs.readFileSync(path.join(root, file!), 'utf8')).toBe(text);
  });
});
