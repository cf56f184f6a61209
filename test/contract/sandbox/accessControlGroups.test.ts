import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

describe('the ACGs of a network interface', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const call = (verb: 'add' | 'remove', networkInterfaceNo: string, ...numbers: string[]) =>
    get(sandbox, `/vserver/v2/${verb}NetworkInterfaceAccessControlGroup`, {
      ...(networkInterfaceNo !== '' && { networkInterfaceNo }),
      ...Object.fromEntries(numbers.map((no, index) => [`accessControlGroupNoList.${index + 1}`, no])),
    });
  const truth = async (no: string) =>
    (await get(sandbox, '/vserver/v2/getNetworkInterfaceDetail', { networkInterfaceNo: no })).rows()[0];

  it.each([
    ['701236', 'USED'],
    ['701251', 'NOTUSED'],
  ])('add answers with the interface %s in SET, which then is %s again', async (no, steady) => {
    const answer = await call('add', no, '1590');
    expect(Object.keys(answer.json() as object)).toEqual(['addNetworkInterfaceAccessControlGroupResponse']);
    expect(answer.content()).toMatchObject({
      totalRows: 1,
      networkInterfaceList: [
        {
          networkInterfaceNo: no,
          accessControlGroupNoList: ['1581', '1590'],
          networkInterfaceStatus: { code: 'SET' },
        },
      ],
      returnCode: '0',
    });
    expect(await truth(no)).toMatchObject({
      accessControlGroupNoList: ['1581', '1590'],
      networkInterfaceStatus: { code: steady },
    });
  });

  it('add of what is there changes nothing', async () => {
    expect((await call('add', '701236', '1581')).rows()).toMatchObject([
      { accessControlGroupNoList: ['1581'], networkInterfaceStatus: { code: 'USED' } },
    ]);
  });

  it('remove answers with what is left, in SET', async () => {
    const answer = await call('remove', '701240', '1581');
    expect(Object.keys(answer.json() as object)).toEqual(['removeNetworkInterfaceAccessControlGroupResponse']);
    expect(answer.rows()).toMatchObject([
      { accessControlGroupNoList: ['1590'], networkInterfaceStatus: { code: 'SET' } },
    ]);
    expect(await truth('701240')).toMatchObject({ networkInterfaceStatus: { code: 'USED' } });
  });

  it('exchanges the only ACG by adding first, as Terraform does', async () => {
    await call('add', '701236', '1590');
    await call('remove', '701236', '1581');
    expect(await truth('701236')).toMatchObject({ accessControlGroupNoList: ['1590'] });
  });

  it('remove keeps at least one, with the code that Terraform waits on', async () => {
    const answer = await call('remove', '701236', '1581');
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      responseError: {
        returnCode: '1002035',
        returnMessage: 'At least one Acg must remain on the network interface.',
      },
    });
    expect(await truth('701236')).toMatchObject({ accessControlGroupNoList: ['1581'] });
  });

  it.each<[string, 'add' | 'remove', string, string[], string]>([
    ['add an ACG nobody knows', 'add', '701236', ['9'], '1007000'],
    ['add an ACG of another VPC', 'add', '701236', ['1602'], '1007000'],
    ['remove an ACG nobody knows', 'remove', '701240', ['9'], '1007000'],
    ['remove an ACG that it does not have', 'remove', '701236', ['1590'], '1007000'],
    ['add to an unknown interface', 'add', '9', ['1590'], '1002901'],
    ['add to a busy interface', 'add', '701246', ['1590'], '1002907'],
    ['remove from a busy interface', 'remove', '701246', ['1581'], '1002907'],
    ['add without a list', 'add', '701236', [], '900'],
    ['remove without an interface', 'remove', '', ['1581'], '900'],
  ])('refuses to %s', async (_what, verb, no, numbers, code) => {
    const answer = await call(verb, no, ...numbers);
    expect([answer.status, answer.code()]).toEqual([400, code]);
    expect((await sandbox.requests())[0]?.applied).toBe(false);
  });
});
