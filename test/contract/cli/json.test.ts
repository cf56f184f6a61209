import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';
import { isIpv4 } from '../../../src/model/address';
import { twoAddresses } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';

/** Takes from web-02/eth0, releases, assigns, and wants what is there: everything that a plan can be made of. */
const everything = `version: 1
region: KR
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.20]
  vip-holder: { secondaryIps: [10.0.10.30], authoritative: true }
  app-02/eth0: [10.0.30.20]
released: [10.0.10.21]
---
version: 1
region: JPN
interfaces: { tokyo-web-01/eth0: [172.16.1.20] }
`;

describe('what --json prints, by the schemas that are published beside the program', () => {
  const cli = useCli();
  afterEach(() => cli.sandbox.reset({ scenario: 'small' }));

  /** The schema as it is packed, by a validator that knows the draft, not by what the schema was made from. */
  function validator(command: string): ValidateFunction {
    const file = path.join(cli.built, 'schemas', `${command}.schema.json`);
    const text = fs.readFileSync(file, 'utf8');
    expect(text).toBe(fs.readFileSync(path.join(root, 'docs', 'cli', `${command}.schema.json`), 'utf8'));
    const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { ipv4: isIpv4 } });
    return ajv.compile(JSON.parse(text) as object);
  }
  async function printed(...args: readonly string[]): Promise<Record<string, unknown>> {
    const { stdout, stderr, code } = await cli.bench.run(...args, '--json');
    expect(code, stderr).not.toBe(1);
    return JSON.parse(stdout) as Record<string, unknown>;
  }
  function expectValid(validate: ValidateFunction, value: unknown): void {
    validate(value);
    expect(validate.errors).toBeNull();
  }

  it('is there for each command that takes --json, and for no other', async () => {
    const { stdout } = await cli.bench.run('--help');
    const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
    const taking: string[] = [];
    for (const name of names) {
      if ((await cli.bench.run(name, '--help')).stdout.includes('--json')) taking.push(name);
    }
    // That of the files themselves is beside them.
    const files = fs.readdirSync(path.join(cli.built, 'schemas')).filter((name) => name !== 'file.schema.json');
    expect(taking.length).toBeGreaterThan(2);
    expect(files.toSorted()).toEqual(taking.map((name) => `${name}.schema.json`).toSorted());
  });

  it.each([
    ['of one region', twoAddresses, 1],
    ['of several regions, with everything in it', everything, 2],
    ['without changes', 'version: 1\nregion: KR\n', 0],
  ])('plan %s', async (_, text, plans) => {
    cli.bench.write(cliFile, text);
    const output = await printed('plan', cliFile);
    expect(output).toMatchObject({ plans: { length: plans } });
    expectValid(validator('plan'), output);
  });

  it.each([
    ['with every kind of difference', everything, ['extra', 'missing', 'taken']],
    ['where everything is in place', 'version: 1\nregion: KR\n', []],
  ])('drift %s', async (_, text, kinds) => {
    cli.bench.write(cliFile, text);
    const output = (await printed('drift', cliFile)) as { drift: { kind: string }[] };
    expect([...new Set(output.drift.map(({ kind }) => kind))].toSorted()).toEqual(kinds);
    expectValid(validator('drift'), output);
  });

  it.each(['small', 'empty', 'large'] as const)('list in the scenario %s', async (scenario) => {
    await cli.sandbox.reset({ scenario });
    expectValid(validator('list'), await printed('list'));
  });

  it('means something: what is not of the form is found', async () => {
    cli.bench.write(cliFile, everything);
    const validate = validator('plan');
    const output = await printed('plan', cliFile);
    for (const wrong of [
      { ...output, version: 2 },
      { ...output, digest: 'abc' },
      { ...output, more: true },
      { ...output, plans: [{}] },
      JSON.parse(JSON.stringify(output).replace('10.0.10.11', '10.0.10.311')) as unknown,
    ]) {
      expect(validate(wrong)).toBe(false);
    }
  });
});
