import fc from 'fast-check';
import { toolTable } from '../../../src/tools/toolTable';

const web = 'web-01/eth0';
const change = fc.constantFrom(
  { kind: 'assign', interface: '701236', addresses: ['10.0.10.40'] },
  { kind: 'assign', interface: web, addresses: ['10.0.10.41', '10.0.10.42'] },
  { kind: 'assign', interface: '«web-02/eth0»', addresses: ['10.0.10.31'], takeOver: true },
  { kind: 'assign', interface: web, addresses: ['10.0.10.20'], takeOver: true },
  { kind: 'assign', interface: '701237', count: 2 },
  { kind: 'unassign', interface: '701237', addresses: ['10.0.10.21'] },
  { kind: 'move', interface: web, addresses: ['10.0.10.20'] },
  { kind: 'unassign', interface: 'nobody', addresses: ['10.0.10.1'] },
);
const plan = fc.record({
  do: fc.constant('plan' as const),
  changes: fc.oneof({ weight: 4, arbitrary: fc.tuple(change) }, fc.tuple(change, change)),
});

const apply = fc.record({
  do: fc.constant('apply' as const),
  /** Which of the plans so far: the newest one that nobody was asked about, or one from before. */
  which: fc.constantFrom('newest', 'newest', 'newest', 'newest', 'former'),
  forged: fc.constantFrom(...Array<'no'>(8).fill('no'), 'digest', 'id', 'other'),
  times: fc.constantFrom(1, 1, 2),
  /** What comes to the question, before somebody says no where it is not `yes`. */
  person: fc.constantFrom('yes', 'yes', 'yes', 'no', 'y', 'leaves', 'withoutTerminal', 'forgedAnswer', 'cancelled'),
  /** What happens while the question stands: somebody changes the network, or the plan grows too old. */
  meanwhile: fc.constantFrom(...Array<'nothing'>(6).fill('nothing'), 'foreign', 'late'),
});

const others = fc.oneof(
  { weight: 4, arbitrary: plan },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('foreign' as const), to: fc.constantFrom('701236', '701237') }),
  },
  // Plans are gone with their server, also where the next one is for another region, or may not apply.
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('restart' as const),
      as: fc.constantFrom('before', 'before', 'elsewhere', 'readOnly'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const) }) },
  // A yes to what nobody asks.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unasked' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('garbage' as const),
      name: fc.constantFrom(...Object.keys(toolTable)),
      input: fc.dictionary(fc.constantFrom('planId', 'digest', 'changes', 'text', 'cursor'), fc.jsonValue()),
    }),
  },
);

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** An assistant asks for a plan to be applied, and a person or somebody else answers. */
export type Apply = Of<typeof apply>;

/** What an assistant, its host, a person at a terminal and somebody else may do. */
export type Step = Apply | Of<typeof others>;

/** Plans are made and asked about again and again, with anything in between. */
export const sequence: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    plan,
    apply,
    fc.array(fc.oneof({ weight: 4, arbitrary: apply }, { weight: 5, arbitrary: others }), {
      minLength: 3,
      maxLength: 6,
    }),
  )
  .map(([first, second, rest]) => [first, second, ...rest]);
