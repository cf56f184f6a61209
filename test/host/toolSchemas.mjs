import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import esbuild from 'esbuild';
import { root } from './paths.mjs';

/** In front of the names of tools in package.json. */
export const toolPrefix = 'ncloud-ip_';

/** `contributes.languageModelTools` of package.json, from the table of tools. Before activation the key is unset: offered. */
export function languageModelTools(toolTable) {
  return Object.entries(toolTable).map(([name, { description, input, needs }]) => ({
    name: `${toolPrefix}${name}`,
    toolReferenceName: `ncloudIp${name[0].toUpperCase()}${name.slice(1)}`,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(type-hierarchy-sub)',
    tags: ['ncloud-ip', 'network'],
    when:
      needs === 'propose'
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

/** The table of tools for scripts, which Node alone cannot load: its imports name no file endings. */
export async function loadToolTable() {
  const outfile = path.join(root, 'out', 'toolTable.mjs');
  const entry = path.join(root, 'src', 'tools', 'toolTable.ts');
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const { toolTable } = await import(pathToFileURL(outfile).href);
  return toolTable;
}
