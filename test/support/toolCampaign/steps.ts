import fc from 'fast-check';
import { toolTable, type ToolName } from '../../../src/tools/toolTable';

const web = 'web-01/eth0';
const held = ['10.0.10.20'];
/** What mostly fits the network, so that plans come about and get in each other's way. */
const fitting = fc.constantFrom(
  { kind: 'assign', interface: '701236', addresses: ['10.0.10.30'] },
  { kind: 'assign', interface: web, addresses: ['10.0.10.31', '10.0.10.32'] },
  { kind: 'assign', interface: '«web-02/eth0»', addresses: ['10.0.10.31'], takeOver: true },
  { kind: 'assign', interface: web, addresses: held, takeOver: true },
  { kind: 'assign', interface: '701237', count: 2 },
  { kind: 'unassign', interface: '701237', addresses: ['10.0.10.21'] },
  { kind: 'move', interface: web, addresses: held },
  { kind: 'move', interface: '701237', addresses: held, from: '701236' },
);
const odd = fc.record({
  kind: fc.constantFrom('assign', 'unassign', 'move'),
  interface: fc.constantFrom('701236', '701237', '10.0.10.6', 'nobody', 'nic-701236'),
  addresses: fc.array(fc.constantFrom('10.0.10.20', '10.0.10.30', '10.0.10.6', '10.0.10.1', '192.168.0.1', 'x'), {
    minLength: 1,
    maxLength: 3,
  }),
});
const change = fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: odd });
const plan = fc.record({ do: fc.constant('plan' as const), changes: fc.array(change, { minLength: 1, maxLength: 2 }) });

/** What happens while a question stands open; `race`: a change of the person's own begins with the yes. */
const meanwhile = fc.constantFrom(
  ...Array<'nothing'>(8).fill('nothing'),
  ...(['cancel', 'switch', 'look', 'readOnly', 'foreign', 'own', 'race', 'late'] as const),
);
const apply = fc.record({
  do: fc.constant('apply' as const),
  which: fc.nat(5),
  forged: fc.constantFrom('', '', '', '', '', '', 'digest', 'id', 'other'),
  /** `twice`: the same call again beside it; `rival`: another plan beside it. */
  beside: fc.constantFrom('nothing', 'nothing', 'twice', 'rival'),
  /** What the person does with the question. */
  answer: fc.constantFrom('yes', 'yes', 'yes', 'no', 'readYes', 'readNo'),
  meanwhile,
  /** Whether a person who left the window comes back while the plan waits. */
  comesBack: fc.boolean(),
});
const set = fc.record({
  do: fc.constant('set' as const),
  assistants: fc.constantFrom('off', 'look', 'propose', 'propose', 'apply'),
  protection: fc.constantFrom('none', 'none', 'protected', 'readOnly'),
});
const only = <T extends string>(name: T) => fc.record({ do: fc.constant(name) });
const step = fc.oneof(
  { weight: 6, arbitrary: plan },
  { weight: 1, arbitrary: only('undo') },
  { weight: 9, arbitrary: apply },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('foreign' as const),
      to: fc.constantFrom('701236', '701237'),
      address: fc.constantFrom('10.0.10.20', '10.0.10.30', '10.0.10.31'),
    }),
  },
  { weight: 1, arbitrary: only('own') },
  { weight: 1, arbitrary: only('switch') },
  { weight: 1, arbitrary: only('later') },
  // The window loses the focus: for half a minute, or for longer than one counts as there.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), seconds: fc.constantFrom(30, 61) }) },
  { weight: 1, arbitrary: only('return') },
  { weight: 1, arbitrary: set },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('garbage' as const),
      name: fc.constantFrom(...(Object.keys(toolTable) as ToolName[])),
      input: fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom('planId', 'digest', 'changes', 'text'), fc.anything()),
      ),
    }),
  },
);

/** At which profile it begins, and what assistants may do there. */
const start = fc
  .record({ isAccount: fc.boolean(), assistants: fc.constantFrom('propose', 'propose', 'propose', 'apply') })
  .map(({ isAccount, assistants }) => [
    ...(isAccount ? [{ do: 'switch' as const }] : []),
    { do: 'set' as const, assistants, protection: 'none' as const },
  ]);

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** What an assistant, the person at the window and somebody else may do. */
export type Step = Of<typeof step>;

/** An assistant calls applyPlan, and what comes to it. */
export type Apply = Of<typeof apply>;

/** Plans are made and asked about again and again, with anything in between. */
export const sequence: fc.Arbitrary<readonly Step[]> = fc
  .tuple(start, plan, apply, fc.array(step, { minLength: 3, maxLength: 12 }))
  .map(([first, second, third, others]) => [...first, second, third, ...others] as Step[]);
