import path from 'node:path';
import prettier from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
import { driftOutputSchema, listOutputSchema, planOutputSchema } from '../../src/cli/plan/outputSchemas.ts';
import { root } from './paths.mjs';

const schemas = { plan: planOutputSchema, drift: driftOutputSchema, list: listOutputSchema };

/** The schemas of what the command line tool prints with --json, as JSON Schema (draft 2020-12): [file from the root, text]. */
export async function cliSchemas() {
  const made = Object.entries(schemas).map(async ([name, schema]) => {
    const file = `docs/cli/${name}.schema.json`;
    const filepath = path.join(root, file);
    const text = JSON.stringify(toJsonSchema(schema, { target: 'draft-2020-12' }));
    return [file, await prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath })];
  });
  return Promise.all(made);
}
