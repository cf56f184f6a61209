import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { InputSchema } from '../../tools/tool';

/**
 * The schema of a tool's input for the server: told as JSON Schema (draft 2020-12), made from the schema that runTool reads
 * inputs with. Nothing is checked here, so that what is wrong is answered in the one way every tool answers.
 */
export function toolSchema(input: InputSchema): StandardSchemaWithJSON {
  const { $schema, ...schema } = toJsonSchema(input, { target: 'draft-2020-12', typeMode: 'input' });
  const told = { $schema, ...schema };
  return {
    '~standard': {
      version: 1,
      vendor: 'ncloud-ip',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => told, output: () => told },
    },
  };
}
