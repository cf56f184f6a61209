import * as v from 'valibot';

/** What a value of the file has to be, as the problem says it. Words are in src/words/declaredText.ts. */
export const shapes = ['map', 'list', 'text', 'yesNo', 'address', 'day', 'version', 'count', 'interface'] as const;
/** One of them. */
export type Shape = (typeof shapes)[number];

const is = (shape: Shape): Shape => shape;
const list = <T extends v.GenericSchema>(item: T, about: string) =>
  v.pipe(v.nullish(v.array(item, is('list'))), v.description(about));

/** Names may be written as numbers: `701236`. */
const name = v.union([v.pipe(v.string(is('text')), v.minLength(1, is('text'))), v.number(is('text'))], is('text'));
const text = (about: string) => v.pipe(v.optional(name), v.description(about));
const address = v.pipe(v.string(is('address')), v.ipv4(is('address')), v.description('A private IPv4 address.'));
const yesNo = v.optional(v.boolean(is('yesNo')));

const secondaryIps = list(address, 'Secondary IPs that this network interface holds.');
const interfaceValue = v.union(
  [
    secondaryIps,
    v.strictObject(
      {
        secondaryIps,
        authoritative: v.pipe(yesNo, v.description('`true`: whatever else the interface holds is released.')),
      },
      is('map'),
    ),
  ],
  is('interface'),
);

const floating = v.strictObject(
  {
    address,
    holders: v.pipe(
      v.array(name, is('list')),
      v.minLength(1, is('list')),
      v.description('Any one of them is right. Where none holds the address, the first one gets it.'),
    ),
    owner: text('Who to ask.'),
  },
  is('map'),
);

/** Either an address or a range: readDeclarations checks that, because a strict object cannot. */
export const reserved = v.strictObject(
  {
    address: v.optional(address),
    range: v.pipe(v.optional(v.string(is('text'))), v.description('Such as 10.0.10.200-219.')),
    for: text('Whom it is kept for.'),
    until: v.pipe(
      v.optional(v.pipe(v.string(is('day')), v.isoDate(is('day')))),
      v.description('The last day it is kept, such as 2027-01-31.'),
    ),
  },
  is('map'),
);

/** What one document of a `*.ncloud-ip.yaml` file looks like. `media/declared/schema.json` is generated from it. */
export const declarationSchema = v.pipe(
  v.strictObject(
    {
      version: v.pipe(v.literal(1, is('version')), v.description('Version of this format.')),
      profile: text('Name of a profile, never its keys. Without it, the active profile is meant.'),
      region: text('Such as KR. Without it, the region shown of the profile is meant.'),
      interfaces: v.pipe(
        v.nullish(v.record(v.string(), interfaceValue, is('map'))),
        v.description('By name as in the tree (web-01, web-01/eth0), interface name or number.'),
      ),
      floating: list(floating, 'Addresses that one of several network interfaces holds.'),
      reserved: list(reserved, 'Addresses that are never proposed and never assigned from this file.'),
      released: list(address, 'Addresses that nobody holds in the subnets of this file.'),
      maxRemovals: v.pipe(
        v.optional(v.pipe(v.number(is('count')), v.integer(is('count')), v.minValue(0, is('count')))),
        v.description('So many addresses may one apply release or take over, 5 when it is not said.'),
      ),
    },
    is('map'),
  ),
  v.title('Secondary IPs of NAVER Cloud'),
);

/** The keys that may stand where a path leads to, without its last part. */
export function keysAt([section, , ...rest]: readonly (string | number)[]): readonly string[] {
  const { interfaces, floating: float, reserved: keep, ...others } = declarationSchema.pipe[0].entries;
  if (rest.length === 0) return Object.keys({ interfaces, floating: float, reserved: keep, ...others });
  if (section === 'interfaces') return ['secondaryIps', 'authoritative'];
  if (section === 'floating') return Object.keys(floating.entries);
  return section === 'reserved' ? Object.keys(reserved.entries) : [];
}

/** What is wrong with the shape of a value. */
export interface ShapeIssue {
  readonly path: readonly (string | number)[];
  /** `unknown`: the key means nothing; `missing`: the last part of the path is not there. */
  readonly is: Shape | 'unknown' | 'missing';
}

/** The document, or everything that is wrong with its shape. */
export function readShape(
  value: unknown,
): { readonly ok: true } | { readonly ok: false; readonly issues: ShapeIssue[] } {
  const interfaces = (value as { interfaces?: unknown } | undefined)?.interfaces;
  if (Array.isArray(interfaces)) return { ok: false, issues: [{ path: ['interfaces'], is: 'map' }] };
  const issues = [...issuesOf(declarationSchema, value, []), ...passedOver(interfaces)];
  return issues.length === 0 ? { ok: true } : { ok: false, issues };
}

/** Records leave out names that every object has: a server may be called `constructor`. */
function passedOver(interfaces: unknown): ShapeIssue[] {
  return Object.entries(interfaces ?? {})
    .filter(([key]) => key in Object.prototype)
    .flatMap(([key, one]) => issuesOf(interfaceValue, one, ['interfaces', key]));
}

function issuesOf(schema: v.GenericSchema, value: unknown, path: ShapeIssue['path']): ShapeIssue[] {
  const read = v.safeParse(schema, value);
  return read.success ? [] : read.issues.flatMap((issue) => innermost(issue, path));
}

/** Of a value that fits none of several forms: what is wrong inside the form that it comes closest to. */
function innermost(issue: v.BaseIssue<unknown>, outer: ShapeIssue['path']): ShapeIssue[] {
  const path = [...outer, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  const deeper = (issue.issues ?? []).filter((one) => one.path !== undefined);
  if (deeper.length > 0) return deeper.flatMap((one) => innermost(one, path));
  const is = issue.type === 'strict_object' && issue.path !== undefined ? keyIssue(issue) : shapeOf(issue);
  return [{ path, is }];
}

function keyIssue({ expected }: v.BaseIssue<unknown>): 'unknown' | 'missing' {
  return expected === 'never' ? 'unknown' : 'missing';
}

function shapeOf({ message }: v.BaseIssue<unknown>): Shape {
  return shapes.find((one) => one === message) ?? 'map';
}
