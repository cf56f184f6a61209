import { gzipSync } from 'node:zlib';
import { answerWith, interfacesBody, listBody, wireInterface } from './answers';
import type { RawHandler } from './rawServer';

/** What one answer may cost the process that reads it, in MB; a list of a hundred of them may cost more. */
export const memoryBudget = { answer: 250, list: 500 } as const;

/** An answer made to hurt whoever reads it, the call it answers, and how that call has to end. */
export interface HostileAnswer {
  readonly call: 'regions' | 'list' | 'assign';
  readonly handle: RawHandler;
  /** The kind of the ApiError, or the number of rows. */
  readonly ends: string | number;
}

const MB = 1024 * 1024;
/** A little less than the most bytes that are read. */
const full = 31 * MB;
const list = 'getNetworkInterfaceList';

/** `part` over and over between two ends, `bytes` long. */
function filled(start: string, part: string, end: string, bytes = full): RawHandler {
  let body: Buffer | undefined;
  return (request, response) => {
    body ??= Buffer.concat([
      Buffer.from(start),
      Buffer.alloc(bytes - (bytes % Buffer.byteLength(part)), part),
      Buffer.from(end),
    ]);
    answerWith(200, body)(request, response);
  };
}

const rows = (part: string, bytes?: number): RawHandler =>
  filled(`{"${list}Response":{"returnCode":"0","networkInterfaceList":[`, part, `{}]}}`, bytes);

const refusal = (message: string): RawHandler =>
  answerWith(400, JSON.stringify({ responseError: { returnCode: '1002904', returnMessage: message } }));

const deep = (depth: number): RawHandler =>
  answerWith(200, `{"assignSecondaryIpsResponse":${'['.repeat(depth)}${']'.repeat(depth)}}`);

/** A list that goes on: each page holds `rowsOf(pageNo)`, and announces `totalRows`. */
function paged(totalRows: (pageNo: number) => unknown, first: (pageNo: number) => number): RawHandler {
  return (request, response) => {
    const pageNo = Number(/pageNo=(\d+)/.exec(request.target)?.[1]);
    const numbers = Array.from({ length: 1_000 }, (_, index) => String(first(pageNo) + index));
    const page = numbers.map((networkInterfaceNo) => wireInterface({ networkInterfaceNo }));
    response.end(listBody(list, 'networkInterfaceList', page, totalRows(pageNo)));
  };
}

/** A million chunks of one byte: 6 MB on the wire. */
const dripping: RawHandler = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n');
  socket.write(Buffer.alloc(6 * 1_000_000, '1\r\nx\r\n'));
  socket.end('0\r\n\r\n');
};

const unique = Array.from({ length: 2_000_000 }, (_, index) => `{"k${index.toString(36)}":1}`);

/** By what they are. All are answers of up to 32 MB, or lists of such answers. */
export const hostileAnswers: Readonly<Record<string, HostileAnswer>> = {
  'a million chunks of one byte': { call: 'list', handle: dripping, ends: 'unreadable' },
  'more than 32 MB': { call: 'list', handle: filled('{"a":"', 'x', '"}', 40 * MB), ends: 'unreadable' },
  'half a gigabyte that was packed': {
    call: 'list',
    handle: (request, response) => {
      const bomb = gzipSync(Buffer.alloc(512 * MB));
      answerWith(200, bomb, { 'content-encoding': 'gzip' })(request, response);
    },
    ends: 'unreadable',
  },
  'a write answered with JSON nested 4,470 deep': { call: 'assign', handle: deep(4_470), ends: 'unreadable' },
  'a write answered with JSON nested 16 million deep': { call: 'assign', handle: deep(full / 2), ends: 'unreadable' },
  'objects nested in objects': { call: 'list', handle: filled('', '{"a":', ''), ends: 'unreadable' },
  'a million rows without fields': { call: 'list', handle: rows('{},', 3_000_000), ends: 'unreadable' },
  'three million rows without fields': { call: 'list', handle: rows('{},', 9_000_000), ends: 'unreadable' },
  'as many rows without fields as fit': { call: 'list', handle: rows('{},'), ends: 'unreadable' },
  'as many empty lists as fit': { call: 'list', handle: rows('[],'), ends: 'unreadable' },
  'as many numbers as fit': { call: 'list', handle: rows('1,'), ends: 'unreadable' },
  'objects of which no two are alike': {
    call: 'list',
    handle: (request, response) => answerWith(200, `{"a":[${unique.join(',')}]}`)(request, response),
    ends: 'unreadable',
  },
  '95,000 objects of which no two are alike': {
    call: 'list',
    handle: answerWith(200, `{"a":[${unique.slice(0, 95_000).join(',')}]}`),
    ends: 'unreadable',
  },
  '300,000 rows in a page': {
    call: 'list',
    handle: rows(`${JSON.stringify({ networkInterfaceNo: '1', secondaryIpList: [] })},`, 300_000 * 49),
    ends: 'unreadable',
  },
  'a full page of rows that nobody can read': {
    call: 'list',
    handle: rows('{"ip":"ten"},', 130_000 - 13),
    ends: 'unreadable',
  },
  'a name of 30 MB': {
    call: 'list',
    handle: (request, response) =>
      answerWith(200, interfacesBody(list, wireInterface({ networkInterfaceName: 'x'.repeat(30 * MB) })))(
        request,
        response,
      ),
    ends: 1,
  },
  'a message of 25 MB': { call: 'assign', handle: refusal('x'.repeat(25 * MB)), ends: 'refused' },
  'a message of 25 MB of tags without end': { call: 'assign', handle: refusal('<a '.repeat(8 * MB)), ends: 'refused' },
  'a page of tags without end': { call: 'list', handle: filled('<html>', '<a ', ''), ends: 'unreadable' },
  'a page of comments without end': { call: 'list', handle: filled('<html>', '<!--', ''), ends: 'unreadable' },
  'blanks and nothing else': { call: 'list', handle: filled('x', ' ', 'x'), ends: 'unreadable' },
  'text of three bytes a character': { call: 'list', handle: filled('', '한', ''), ends: 'unreadable' },
  'as many XML elements as fit': { call: 'list', handle: filled('<a>', '<b/>', '</a>'), ends: 'unreadable' },
  'a megabyte of XML elements': { call: 'list', handle: filled('<a>', '<b/>', '</a>', MB), ends: 'unreadable' },
  'XML text of 31 MB': { call: 'list', handle: filled('<a>', 'x', '</a>'), ends: 'unreadable' },
  'XML of the most that is parsed': {
    call: 'list',
    handle: filled('<a>', `<bbb>${'&amp;'.repeat(6)}</bbb>`, '</a>', 990_000),
    ends: 'unreadable',
  },
  'a list that announces 1e12 rows and repeats itself': {
    call: 'list',
    handle: paged(
      () => 1e12,
      () => 1,
    ),
    ends: 1_000,
  },
  'a list that announces nothing it can count': {
    call: 'list',
    handle: paged(
      () => 'NaN',
      () => 1,
    ),
    ends: 1_000,
  },
  'a list that grows with each page': {
    call: 'list',
    handle: paged(
      (pageNo) => (pageNo + 1) * 1_000_000,
      (pageNo) => pageNo * 1_000,
    ),
    ends: 'unreadable',
  },
};
