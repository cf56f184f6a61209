import path from 'node:path';
import prettier from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
import { declarationSchema, reserved } from '../../src/declared/declarationSchema.ts';
import { root } from './paths.mjs';

/** Where the schema of `*.ncloud-ip.yaml` files is shipped, from the root. */
export const schemaFile = 'media/declared/schema.json';

/** The schema of `*.ncloud-ip.yaml` files as JSON Schema (draft 2020-12), from the one that reads them. */
export async function declaredSchema() {
  const schema = toJsonSchema(declarationSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema === reserved
        ? { ...jsonSchema, oneOf: [{ required: ['address'] }, { required: ['range'] }] }
        : undefined,
  });
  const filepath = path.join(root, schemaFile);
  return prettier.format(JSON.stringify(schema), { ...(await prettier.resolveConfig(filepath)), filepath });
}
