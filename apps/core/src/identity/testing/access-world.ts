import fc from 'fast-check';
import { permissionKeys, type DataScope, type Permission } from '../permissions.ts';

/*
 * A random company as plain data, in which one record names another by its place in the list. `write-access-world.ts`
 * puts it into a database, `access-oracle.ts` says who may see what of it.
 */

export interface Role {
  grants: Partial<Record<Permission, DataScope>>;
}
export interface Agent {
  department: number;
  manager: number | null;
  groups: number[];
  roles: number[];
}
export interface Customer {
  owner: number | null;
}
export interface Step {
  group: number | null;
  assignee: number | null;
  isActive: boolean;
}
export interface Ticket {
  creator: number;
  isDraft: boolean;
  others: number[];
  steps: Step[];
  customer: number | null;
  parent: number | null;
}
export interface Call {
  agent: number | null;
  group: number | null;
  isAnswered: boolean;
  legs: number[];
  customer: number | null;
  ticket: number | null;
}
export interface File {
  uploader: number | null;
  owner: { kind: 'ticket' | 'call'; at: number } | null;
}
export interface Notification {
  agent: number;
  ticket: number;
}

export interface SavedView {
  owner: number;
  sharing: 'nobody' | 'groups' | 'all';
  groups: number[];
}

export interface AccessWorld {
  /** The parent of each department; the first one is the root. */
  departments: (number | null)[];
  groupCount: number;
  roles: Role[];
  agents: Agent[];
  customers: Customer[];
  tickets: Ticket[];
  calls: Call[];
  files: File[];
  /** The call of each recording. */
  recordings: number[];
  notifications: Notification[];
  savedViews: SavedView[];
  /** Whose each API credential is. */
  credentials: number[];
}

/** Those that decide the most come up the most. */
const scopes: DataScope[] = ['self', 'self', 'reporting_tree', 'department', 'department_tree', 'all'];
const watched: Permission[] = [
  'ticket.read',
  'ticket.read',
  'ticket.read',
  'customer.read',
  'customer.read',
  'customer.reveal',
  'call.read',
  'presence.read',
  'credential.manage',
  'agent.manage',
  'audit.read',
  'channel.manage',
];

const below = (count: number): fc.Arbitrary<number> => fc.nat(Math.max(0, count - 1));
const maybe = (count: number): fc.Arbitrary<number | null> => (count ? fc.option(below(count)) : fc.constant(null));
const some = (count: number): fc.Arbitrary<number[]> =>
  count ? fc.uniqueArray(below(count), { maxLength: Math.min(3, count) }) : fc.constant([]);
const list = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> => fc.array(one, { maxLength });

const role: fc.Arbitrary<Role> = fc
  .array(fc.tuple(fc.constantFrom(...watched, ...permissionKeys.slice(0, 2)), fc.constantFrom(...scopes)), {
    minLength: 1,
    maxLength: 7,
  })
  .map((grants) => ({ grants: Object.fromEntries(grants) }));

/** Managers come before their people, and departments before those below, so that there is no circle. */
const people = fc.record({
  departments: fc
    .tuple(...[0, 1, 2, 3].map((at) => below(at + 1)))
    .map((parents): (number | null)[] => [null, ...parents]),
  groupCount: fc.nat(3),
  roles: fc.array(role, { minLength: 1, maxLength: 4 }),
  agentCount: fc.integer({ min: 2, max: 7 }),
});

const agentsOf = (departmentCount: number, groupCount: number, roleCount: number, agentCount: number) =>
  fc.tuple(
    ...Array.from({ length: agentCount }, (_, at) =>
      fc.record({
        department: below(departmentCount),
        manager: maybe(at),
        groups: some(groupCount),
        roles: fc.uniqueArray(below(roleCount), { maxLength: 2 }),
      }),
    ),
  );

/** Every agent also has a ticket of their own, the last ones in the list. */
const withOwnTickets = (tickets: Ticket[], agentCount: number): Ticket[] => [
  ...tickets,
  ...Array.from({ length: agentCount }, (_, creator) => ({
    creator,
    isDraft: false,
    others: [],
    steps: [],
    customer: null,
    parent: null,
  })),
];

function recordsOf(agentCount: number, groupCount: number) {
  const agent = below(agentCount);
  const customer = maybe(6);
  const step = fc.record({ group: maybe(groupCount), assignee: maybe(agentCount), isActive: fc.boolean() });
  return fc.record({
    customers: fc.array(fc.record({ owner: maybe(agentCount) }), { minLength: 6, maxLength: 6 }),
    tickets: fc
      .array(
        fc.record({
          creator: agent,
          isDraft: fc.boolean(),
          others: some(agentCount),
          steps: list(step, 2),
          customer,
          parent: maybe(6),
        }),
        { minLength: 6, maxLength: 9 },
      )
      .map((tickets) => withOwnTickets(tickets, agentCount)),
    calls: fc.array(
      fc.record({
        agent: maybe(agentCount),
        group: maybe(groupCount),
        isAnswered: fc.boolean(),
        legs: some(agentCount),
        customer,
        ticket: maybe(6),
      }),
      { minLength: 4, maxLength: 7 },
    ),
    files: list(
      fc.record({
        uploader: maybe(agentCount),
        owner: fc.option(fc.record({ kind: fc.constantFrom('ticket' as const, 'call' as const), at: below(4) })),
      }),
      6,
    ),
    recordings: list(below(4), 3),
    notifications: list(fc.record({ agent, ticket: below(6) }), 5),
    savedViews: list(
      fc.record({
        owner: agent,
        sharing: fc.constantFrom('nobody' as const, 'groups' as const, 'all' as const),
        groups: some(groupCount),
      }),
      4,
    ),
    credentials: list(agent, 3),
  });
}

/** Companies of two to seven people with random places, rights and records. */
export const accessWorld: fc.Arbitrary<AccessWorld> = people.chain(({ departments, groupCount, roles, agentCount }) =>
  fc
    .tuple(agentsOf(departments.length, groupCount, roles.length, agentCount), recordsOf(agentCount, groupCount))
    .map(([agents, records]) => ({ departments, groupCount, roles, agents, ...records })),
);
