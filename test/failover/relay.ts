import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server's way to the sandbox, which listens on loopback only. */
export interface Relay {
  readonly port: number;
  /** While blocked, connections are refused or (`silent`) never answered. */
  block(how: 'refused' | 'silent' | 'no'): void;
  close(): Promise<void>;
}

/** Listens on `host` and passes everything on to the port of the sandbox. */
export async function openRelay(host: string, target: number): Promise<Relay> {
  let blocked: 'refused' | 'silent' | 'no' = 'no';
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    if (blocked === 'refused') socket.destroy();
    if (blocked !== 'no') return;
    const onward = keep(connect(target, '127.0.0.1'));
    // The sandbox refuses callers that call it by another name than a loopback one.
    socket.once('data', (head: Buffer) => {
      onward.write(head.toString('latin1').replace(/^Host: .*$/im, `Host: 127.0.0.1:${target}`), 'latin1');
      socket.pipe(onward).pipe(socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    block: (how) => {
      blocked = how;
      if (how !== 'no') for (const socket of open) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
