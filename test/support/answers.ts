import type { RawHandler } from './rawServer';

/** An interface as the service writes it, with anything overridden. */
export function wireInterface(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
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
    networkInterfaceDescription: '',
    secondaryIpList: ['10.0.10.52', '10.0.10.17'],
    ...fields,
  };
}

/** A successful JSON answer of `action` with its list. */
export function listBody(
  action: string,
  list: string,
  rows: readonly unknown[],
  totalRows: unknown = rows.length,
): string {
  const requestId = 'e41b7d02-6c1f-4d58-8b7e-21f0a9c35d74';
  const content = { totalRows, [list]: rows, requestId, returnCode: '0', returnMessage: 'success' };
  return JSON.stringify({ [`${action}Response`]: content }, undefined, 2);
}

/** The same for a list of network interfaces. */
export function interfacesBody(action: string, ...rows: readonly unknown[]): string {
  return listBody(action, 'networkInterfaceList', rows);
}

/** Answers every request the same. */
export function answerWith(
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json;charset=UTF-8' },
): RawHandler {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** Answers one after the other; the last one stays. */
export function answerInTurn(...handlers: readonly RawHandler[]): RawHandler {
  let next = 0;
  return (request, response) => handlers[Math.min(next++, handlers.length - 1)]?.(request, response);
}
