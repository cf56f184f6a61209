import * as v from 'valibot';

// What the commands print with --json: published as JSON Schema beside the program, and what the tests hold it against.

const address = v.pipe(v.string(), v.ipv4());
const addresses = v.array(address);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const number = v.pipe(v.string(), v.description('Number of a network interface.'));

const step = v.strictObject({
  id: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Order within the plan, from 1.')),
  action: v.picklist(['assignSecondaryIps', 'unassignSecondaryIps']),
  networkInterfaceNo: number,
  secondaryIps: addresses,
  count: v.pipe(count, v.description('Addresses that NAVER Cloud chooses.')),
  allowReassign: v.boolean(),
  takes: v.pipe(
    v.array(v.strictObject({ address, from: number })),
    v.description('Addresses that another network interface loses by this call.'),
  ),
  items: v.array(count),
});

const change = v.strictObject({
  networkInterfaceNo: number,
  networkInterfaceName: v.string(),
  serverName: v.optional(v.string()),
  deviceName: v.optional(v.string()),
  hasNamesake: v.optional(v.literal(true)),
  subnetNo: v.string(),
  primary: address,
  instanceNo: v.optional(v.string()),
  instanceType: v.optional(v.string()),
  before: addresses,
  after: addresses,
  chosenByService: count,
  gains: addresses,
  loses: addresses,
});

const plan = v.strictObject({
  version: v.literal(1),
  regionCode: v.string(),
  steps: v.pipe(v.array(step), v.description('One call each.')),
  changes: v.pipe(v.array(change), v.description('Before and after of each network interface that gains or loses.')),
  warnings: v.pipe(v.array(v.looseObject({ kind: v.string() })), v.description('What to know before saying yes.')),
  isMove: v.optional(v.literal(true)),
});

/** Of `plan --json`. */
export const planOutputSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    digest: v.pipe(sha256, v.description('For apply --plan-digest. The same digest means the same calls.')),
    hasChanges: v.boolean(),
    plans: v.array(
      v.strictObject({
        regionCode: v.string(),
        digest: v.pipe(sha256, v.description('SHA-256 over the plan as canonical JSON (RFC 8785).')),
        plan,
        markdown: v.pipe(v.string(), v.description('The plan for people, such as for a comment.')),
      }),
    ),
  }),
  v.title('ncloud-ip plan --json'),
);

/** What `plan --json` prints. */
export type PlanOutput = v.InferOutput<typeof planOutputSchema>;

const place = { file: v.string(), line: count, column: count };

/** Of `drift --json`. */
export const driftOutputSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    hasDrift: v.boolean(),
    drift: v.array(
      v.strictObject({
        ...place,
        regionCode: v.string(),
        kind: v.pipe(
          v.picklist(['missing', 'taken', 'extra']),
          v.description('Nobody holds it; somebody else does; it is held and should not be.'),
        ),
        address,
        networkInterfaceNo: v.pipe(v.string(), v.description('Where it should be; for “extra”, where it is.')),
        heldBy: v.optional(number),
      }),
    ),
  }),
  v.title('ncloud-ip drift --json'),
);

/** What `drift --json` prints. */
export type DriftOutput = v.InferOutput<typeof driftOutputSchema>;

/** Of `list --json`. */
export const listOutputSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    interfaces: v.array(
      v.strictObject({
        regionCode: v.string(),
        networkInterfaceNo: number,
        networkInterfaceName: v.string(),
        serverName: v.optional(v.string()),
        deviceName: v.optional(v.string()),
        vpcName: v.optional(v.string()),
        subnetNo: v.string(),
        subnetName: v.optional(v.string()),
        primary: address,
        secondaryIps: addresses,
        status: v.optional(v.string()),
      }),
    ),
  }),
  v.title('ncloud-ip list --json'),
);

/** What `list --json` prints. */
export type ListOutput = v.InferOutput<typeof listOutputSchema>;
