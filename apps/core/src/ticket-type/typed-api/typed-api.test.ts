import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema as base } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { loadVersion } from '../load-version.ts';
import { ticketTypeDefinition, type TicketTypeDefinition } from '../ticket-type-definition.ts';
import { findApiLosses } from './find-api-losses.ts';
import { typedSchema, untypedOf } from './typed-schema.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Context;
let schema: GraphQLSchema;
let definition: TicketTypeDefinition;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'all', 'ticket.create': 'all' });
  schema = await typedSchema(base, agent);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  definition = (await loadVersion(agent, currentVersionId ?? '')).definition;
});
afterAll(() => test.drop());

async function ask(source: string, context: Context = agent) {
  const { data, errors } = await graphql({ schema, source, contextValue: { ...context, memo: new Map() } });
  return { data: data as Record<string, { __typename: string; ticket?: { id: string } }> | null, errors };
}

const create = `mutation { made: createVisitTicket(input: {
  title: "Visit", contactPhone: "13805715678", answers: { contact_phone: "13805715678", note: "Second floor" }
}) { __typename ... on CreateTicketSuccess { ticket { id answers } } ... on ValidationError { issues { path } } } }`;

const submit = (ticketId: string, answers: string) => `mutation { done: submitVisit_visit(input: {
  ticketId: "${ticketId}", answers: ${answers}
}) { __typename ... on SubmitStepSuccess { ticket { id } } ... on Error { code } } }`;

describe('the typed mutations of a ticket type', () => {
  it('create a ticket and finish its steps', async () => {
    const { data } = await ask(create);
    const ticket = data?.made?.ticket as { id: string; answers: object };
    expect(ticket.answers).toMatchObject({ note: 'Second floor' });
    const done = await ask(submit(ticket.id, '{ note: "Third floor" }'));
    expect(done.data?.done?.__typename).toBe('SubmitStepSuccess');
    const again = await ask(submit(ticket.id, '{ note: "Fourth floor" }'));
    expect(again.data?.done?.__typename).toBe('ConflictError');
  });

  it('refuse what the form does not have, before anything runs', async () => {
    const { errors } = await ask(submit(toGlobalId('Ticket', 'x'), '{ floor: 3 }'));
    expect(errors?.[0]?.message).toContain('Field "floor" is not defined by type "SubmitVisit_visitAnswers"');
  });

  it('ask for the same rights as the mutations that take any type', async () => {
    const stranger = await desk.hire({});
    const { data } = await ask(create);
    const { data: refused } = await ask(submit(data?.made?.ticket?.id ?? '', '{ note: "mine" }'), stranger);
    expect(refused?.done?.__typename).toMatch(/^(NotFoundError|NotPermittedError)$/);
  });

  it('are made anew when a type is published, and only then', async () => {
    expect(await typedSchema(base, agent)).toBe(schema);
    expect(untypedOf(schema)).toBe(base);
    expect(Object.keys(base.getMutationType()?.getFields() ?? {})).not.toContain('createVisitTicket');
  });
});

describe('what a new version takes away from integrators', () => {
  const changed = (change: (parsed: TicketTypeDefinition) => void) => {
    const draft = ticketTypeDefinition.parse(structuredClone(definition));
    change(draft);
    return findApiLosses(base, desk.typeId, definition, draft).map(({ subject }) => subject);
  };

  it('is nothing where nothing is removed', () => {
    expect(changed(() => undefined)).toEqual([]);
    const label = { en: 'Floor', zh: '楼层' };
    expect(changed(({ form }) => form.sections[0]?.fields.push({ type: 'number', key: 'floor', label }))).toEqual([]);
  });

  it('names the fields of the steps and the steps that go', () => {
    expect(
      changed(({ form }) => {
        for (const section of form.sections) section.fields = section.fields.filter(({ key }) => key !== 'note');
      }),
    ).toEqual(['CreateVisitTicketAnswers.note', 'SubmitVisit_visitAnswers.note', 'SubmitVisit_reportAnswers.note']);
    expect(
      changed(({ flow }) => {
        const report = flow.nodes.find(({ id }) => id === 'report');
        if (report) report.id = 'summary';
      }),
    ).toContain('Mutation.submitVisit_report');
  });

  it('says so in both languages', () => {
    const draft = ticketTypeDefinition.parse(structuredClone(definition));
    for (const section of draft.form.sections) section.fields = section.fields.filter(({ key }) => key !== 'note');
    expect(findApiLosses(base, desk.typeId, definition, draft)[0]?.text).toEqual({
      en: 'CreateVisitTicketAnswers.note was removed.',
      zh: 'CreateVisitTicketAnswers.note 将被移除。',
    });
  });
});
