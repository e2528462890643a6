import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import {
  getNamedType,
  graphql,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymousActor } from '../identity/actor.ts';
import { actingAs, writeAgent, writePeople, writeRole } from '../identity/testing/write-people.ts';
import { newId } from '../platform/id.ts';
import type { Context } from '../platform/context.ts';
import { testContext } from '../platform/testing/test-context.ts';
import { schema } from './schema.ts';
import { toGlobalId } from './global-id.ts';

/** What everybody signed in may do to what is theirs. A new mutation that needs no right has to be named here. */
const own = [
  'changePassword',
  'createMacro',
  'createQuickReply',
  'createSavedView',
  'discardTicketDraft',
  'discardWorkDraft',
  'readNotifications',
  'revokeSession',
  'setAbsence',
  'setPreference',
  'signOut',
];
const open = ['signIn'];

let test: TestDatabase;
let context: Context;
let rootId: string;
const customerId = newId();
const calendarId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  const people = await writePeople(test.database);
  rootId = people.rootId;
  const roleId = await writeRole(test.database, 'nothing', {});
  context = await actingAs(test.database, await writeAgent(test.database, { rootId, roleId }));
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await test.database
    .insertInto('customer')
    .values({ ...at, id: customerId, name: 'Wang', namePinyin: 'wang', kind: 'household' })
    .execute();
  await test.database
    .insertInto('calendar')
    .values({ ...at, id: calendarId, key: 'office', name: 'Office', definition: '{}' })
    .execute();
  ids = {
    departmentId: toGlobalId('Department', rootId),
    parentId: toGlobalId('Department', rootId),
    agentId: toGlobalId('Agent', people.adminId),
    toAgentId: toGlobalId('Agent', people.adminId),
    roleId: toGlobalId('Role', people.adminRoleId),
    customerId: toGlobalId('Customer', customerId),
    calendarId: toGlobalId('Calendar', calendarId),
    typeId: toGlobalId('TicketType', newId()),
    intoTicketId: toGlobalId('Ticket', newId()),
    otherTicketId: toGlobalId('Ticket', newId()),
    groupId: toGlobalId('ServiceGroup', newId()),
    credentialId: toGlobalId('ApiCredential', newId()),
    sessionId: toGlobalId('Session', newId()),
  };
});
afterAll(() => test.drop());

/** Records that are there, where the test has one, so that a missing check would change them. */
let ids: Record<string, string> = {};
const idFor = (field: string): string => {
  const node = field.replace(/Id$/, '');
  return ids[field] ?? toGlobalId(`${node[0]?.toUpperCase() ?? ''}${node.slice(1)}`, newId());
};

const scalars: Record<string, unknown> = {
  String: 'some-text',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2027-01-01T00:00:00Z',
  JSON: {},
};

/** An input with everything that is required, made from the schema alone. */
function inputOf(type: GraphQLInputType, field: string): unknown {
  if (isNonNullType(type)) return inputOf(type.ofType, field);
  if (isListType(type)) return field === 'scopes' ? ['ticket.read'] : [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((input) => isNonNullType(input.type));
    return Object.fromEntries(required.map((input) => [input.name, inputOf(input.type, input.name)]));
  }
  return type.name === 'ID' ? idFor(field) : scalars[type.name];
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const names = mutations.map((mutation) => mutation.name);

async function checksums(): Promise<unknown> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`.execute(test.database);
  return (await sql`CHECKSUM TABLE ${sql.join(rows.map((row) => sql.table(row.name)))}`.execute(test.database)).rows;
}

async function call(name: string, context: Context): Promise<string> {
  const argument = mutations.find((mutation) => mutation.name === name)?.args[0];
  if (!argument) throw new Error(`${name} has no input`);
  const result = await graphql({
    schema,
    source: `mutation ($input: ${getNamedType(argument.type).name}!) { ${name}(input: $input) { __typename } }`,
    variableValues: { input: inputOf(argument.type, 'input') },
    contextValue: { ...context, memo: new Map() },
  });
  if (result.errors?.[0]) throw result.errors[0];
  return (result.data as Record<string, { __typename: string }>)[name]?.__typename ?? '';
}

it('names no mutation as open that is not there', () => {
  expect(names).toEqual(expect.arrayContaining([...own, ...open]));
});

it.each(names.filter((name) => ![...own, ...open].includes(name)))(
  '%s does nothing for somebody without rights',
  async (name) => {
    const before = await checksums();
    expect(await call(name, context)).toMatch(/^(NotPermittedError|NotFoundError)$/);
    expect(await checksums()).toEqual(before);
  },
);

it.each(names.filter((name) => ![...open, 'signOut'].includes(name)))(
  '%s does nothing for a stranger',
  async (name) => {
    const before = await checksums();
    expect(await call(name, testContext(test.database, anonymousActor))).toMatch(
      /^(NotPermittedError|NotFoundError|ValidationError)$/,
    );
    expect(await checksums()).toEqual(before);
  },
);
