import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import esbuild from 'esbuild';
import { root } from './paths.mjs';

/** In front of the names of tools in package.json. */
export const toolPrefix = 'ncloud-ip_';

/** `contributes.languageModelTools` of package.json, from what there is of tools. Before activation the key is unset: offered. */
export function languageModelTools({ toolTable, aboutTools }) {
  return Object.entries(toolTable).map(([name, { input, needs }]) => ({
    name: `${toolPrefix}${name}`,
    toolReferenceName: `ncloudIp${name[0].toUpperCase()}${name.slice(1)}`,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: aboutTools[name].description,
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

/** The tools, and what is said of them, for scripts: Node alone cannot load them, as their imports name no file endings. */
export async function loadTools() {
  const outfile = path.join(root, 'out', 'tools.mjs');
  await esbuild.build({
    stdin: {
      contents: "export * from './toolTable'; export * from './aboutTools';",
      resolveDir: path.join(root, 'src', 'tools'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
