import { describe, expect, it } from 'vitest';
import { inputSchemaOf } from '../../host/toolSchemas.mjs';
import { toolTable } from '../../../src/tools/toolTable';

const tools = Object.entries(toolTable);

/** Every description in a schema. */
function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

describe('the tools', () => {
  it('look, plan and apply a plan: none assigns or unassigns', () => {
    expect(tools.map(([name]) => name)).toEqual([
      'listNetwork',
      'findAddress',
      'getInterface',
      'listFindings',
      'getHistory',
      'unusedAddresses',
      'planChange',
      'planUndo',
      'applyPlan',
    ]);
  });

  it('are described in at most 1,500 tokens, at three characters a token', () => {
    const texts = tools.flatMap(([, { description, input }]) => [description, ...descriptionsIn(inputSchemaOf(input))]);
    expect(texts.join('\n').length / 3).toBeLessThan(1_500);
  });

  it('say truly that only applyPlan changes anything', () => {
    for (const [name, { annotations }] of tools) {
      expect(annotations.readOnlyHint, name).toBe(name !== 'applyPlan');
      expect(annotations.destructiveHint, name).toBe(name === 'applyPlan');
      if (!annotations.readOnlyHint) expect(annotations.idempotentHint, name).toBe(false);
    }
  });

  it('plan and apply only where the profile lets assistants propose', () => {
    expect(tools.filter(([, { needs }]) => needs === 'propose').map(([name]) => name)).toEqual([
      'planChange',
      'planUndo',
      'applyPlan',
    ]);
  });

  it('take named inputs and nothing else', () => {
    for (const [name, { input }] of tools) {
      expect(inputSchemaOf(input), name).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });
});
