import { describe, expect, it } from 'vitest';
import { answerWith, interfacesBody, wireInterface } from '../../support/answers';
import { startRawApi } from '../../support/rawApi';

const assign = {
  regionCode: 'KR',
  networkInterfaceNo: '701236',
  secondaryIpList: ['10.0.10.11'],
  secondaryIpCount: 1,
  allowReassign: true,
};
const assigned = answerWith(200, interfacesBody('assignSecondaryIps', wireInterface()));
const signedTarget =
  '/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701236&secondaryIpList.1=10.0.10.11&secondaryIpCount=1&allowReassign=true&responseFormatType=json';

describe('createApi', () => {
  it('sends the request of the published vector A byte for byte, with its signature', async () => {
    const { api, requests } = await startRawApi(assigned, { method: 'GET', now: () => 1_767_225_600_000 });
    await api.assignSecondaryIps(assign);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      target: signedTarget,
      body: '',
      headers: {
        'x-ncp-apigw-timestamp': '1767225600000',
        'x-ncp-iam-access-key': 'ncpTestAccessKey0001',
        'x-ncp-apigw-signature-v2': 'JhnWegoyFl49AoBaMEfrCEIf3ekA69uWEX4XGpf6Jp0=',
      },
    });
  });

  it('sends writes as POST forms by default and signs the bare path', async () => {
    const { api, requests } = await startRawApi(assigned);
    await api.assignSecondaryIps(assign);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      target: '/vserver/v2/assignSecondaryIps',
      body: signedTarget.slice(signedTarget.indexOf('?') + 1),
    });
    expect(requests[0]!.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('reads the documented answer of assignSecondaryIps', async () => {
    const { api } = await startRawApi(assigned);
    expect(await api.assignSecondaryIps(assign)).toEqual({
      requestId: 'e41b7d02-6c1f-4d58-8b7e-21f0a9c35d74',
      networkInterface: {
        networkInterfaceNo: '701236',
        networkInterfaceName: 'nic-701236',
        subnetNo: '3104',
        deleteOnTermination: true,
        isDefault: true,
        deviceName: 'eth0',
        networkInterfaceStatus: { code: 'SET', codeName: 'Configuring' },
        instanceType: { code: 'VSVR', codeName: 'Server (VPC)' },
        instanceNo: '10423318',
        ip: '10.0.10.14',
        macAddress: 'F2:20:AF:3C:19:AC',
        enableFlowLog: false,
        accessControlGroupNoList: ['1581'],
        secondaryIpList: ['10.0.10.52', '10.0.10.17'],
      },
    });
  });

  it('lists network interfaces by GET', async () => {
    const { api, requests } = await startRawApi(
      answerWith(200, interfacesBody('getNetworkInterfaceList', wireInterface())),
    );
    const rows = await api.getNetworkInterfaceList({ regionCode: 'KR', secondaryIpList: ['10.0.10.52', '10.0.10.17'] });
    expect(rows.map((row) => row.ip)).toEqual(['10.0.10.14']);
    expect(requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /vserver/v2/getNetworkInterfaceList?regionCode=KR&secondaryIpList.1=10.0.10.52&secondaryIpList.2=10.0.10.17&pageNo=1&pageSize=1000&responseFormatType=json',
    ]);
  });

  it('writes one line per request and answer, with an id that is hardly used twice', async () => {
    const { api, log } = await startRawApi(assigned, { now: () => 1_767_225_600_000 });
    await api.assignSecondaryIps(assign);
    await api.assignSecondaryIps(assign);
    const lines = log.lines.filter((line) => line.startsWith('info')).map((line) => line.replace(/\d+ ms/, 'N ms'));
    const id = (1_767_225_600_000 % 0x10000).toString(16);
    const next = (1_767_225_600_001 % 0x10000).toString(16);
    expect(lines).toEqual([
      `info → ${id} POST assignSecondaryIps nic=701236`,
      `info ← ${id} 200 N ms`,
      `info → ${next} POST assignSecondaryIps nic=701236`,
      `info ← ${next} 200 N ms`,
    ]);
  });
});
