import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
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
    const { jsonValidation, yamlValidation } = manifest.contributes;
    for (const [one] of [jsonValidation, yamlValidation]) {
      expect(one).toEqual({ fileMatch: '*.ncloud-ip.yaml', url: `./${schemaFile}` });
    }
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
