import { toJsonSchema } from '@valibot/to-json-schema';
import { toolTable } from '../../src/tools/toolTable.ts';

/** In front of the names of tools in package.json. */
export const toolPrefix = 'ncloud-ip_';

/** The tools that plan or apply: shown to a model only where the profile lets assistants propose. */
const looksNot = Object.entries(toolTable).flatMap(([name, { needs }]) => (needs === 'propose' ? [name] : []));

/** `contributes.languageModelTools` of package.json, from the table of tools. Before activation the key is unset: offered. */
export function languageModelTools() {
  return Object.entries(toolTable).map(([name, { description, input }]) => ({
    name: `${toolPrefix}${name}`,
    toolReferenceName: `ncloudIp${name[0].toUpperCase()}${name.slice(1)}`,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(type-hierarchy-sub)',
    tags: ['ncloud-ip', 'network'],
    when: looksNot.includes(name)
      ? "ncloudIp.assistants != 'off' && ncloudIp.assistants != 'look'"
      : "ncloudIp.assistants != 'off'",
    inputSchema: inputSchemaOf(input),
  }));
}

/** The input of a tool as JSON Schema: what a host shows a model, of the schema that reads it. */
export function inputSchemaOf(input) {
  const schema = toJsonSchema(input, { target: 'draft-07', typeMode: 'input' });
  delete schema.$schema;
  return schema;
}
