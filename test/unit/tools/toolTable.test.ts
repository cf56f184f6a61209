import { describe, expect, it } from 'vitest';
import { inputSchemaOf } from '../../host/toolSchemas.mjs';
import { aboutTools } from '../../../src/tools/aboutTools';
import { toolTable } from '../../../src/tools/toolTable';

const tools = Object.entries(toolTable);

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

  it('say truly which of them change something, and which give the same answer to the same question', () => {
    const hints = Object.entries(aboutTools).map(([name, { annotations }]) => {
      const { readOnlyHint, destructiveHint, idempotentHint } = annotations;
      return [name, readOnlyHint, destructiveHint, idempotentHint];
    });
    expect(hints).toEqual([
      ['listNetwork', true, false, true],
      ['findAddress', true, false, true],
      ['getInterface', true, false, true],
      ['listFindings', true, false, true],
      ['getHistory', true, false, true],
      ['unusedAddresses', true, false, true],
      // Each plan is a new one.
      ['planChange', true, false, false],
      ['planUndo', true, false, false],
      ['applyPlan', false, true, false],
    ]);
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
