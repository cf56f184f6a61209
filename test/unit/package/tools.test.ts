import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { toolIds } from '../../../src/contributions';
import { aboutTools } from '../../../src/tools/aboutTools';
import { toolTable } from '../../../src/tools/toolTable';
import { languageModelTools, toolPrefix } from '../../host/toolSchemas.mjs';

const { languageModelTools: contributed } = manifest.contributes;

describe('the tools for language models in package.json', () => {
  it('are those of the table, with the schemas that read their input; `npm run docs` writes them', () => {
    expect(contributed).toEqual(languageModelTools({ toolTable, aboutTools }));
  });

  it('are exactly the ones that are registered', () => {
    expect(contributed.map(({ name }) => name)).toEqual([...toolIds]);
    for (const { name } of contributed) expect(name).toMatch(new RegExp(`^${toolPrefix}[a-zA-Z]+$`));
  });

  it('have reference names that people can type after #', () => {
    for (const { toolReferenceName, canBeReferencedInPrompt } of contributed) {
      expect(toolReferenceName).toMatch(/^[\w-]+$/);
      expect(canBeReferencedInPrompt).toBe(true);
    }
  });
});
