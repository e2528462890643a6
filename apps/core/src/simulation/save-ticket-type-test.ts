import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { recordAudit } from '../platform/audit.ts';
import { inTransaction } from '../platform/transaction.ts';
import { groundSimulation, readDraftDefinition, requireSound } from './ground-simulation.ts';
import { simulate } from './simulate.ts';
import {
  acceptTicketTypeTestInput,
  deleteTicketTypeTestInput,
  saveTicketTypeTestInput,
} from './ticket-type-test-input.ts';
import { expectationOf, keptRun, mostTests, type TestRow } from './ticket-type-test.ts';

/**
 * Keeps a run as a test of the draft's type: from now on it has to go as it goes now. Returns its id. A test of the same
 * name is replaced. Throws ValidationError, NotFoundError.
 */
export async function saveTicketTypeTest(
  context: Context,
  input: z.input<typeof saveTicketTypeTestInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { draftId, name, startAt: begun, steps } = parseInput(saveTicketTypeTestInput, input);
  const definition = requireSound(await readDraftDefinition(context, draftId));
  const startAt = begun ?? context.now();
  const simulation = await simulate(await groundSimulation(context, definition), startAt, steps);
  const run = { startAt: startAt.toISOString(), steps, lookups: simulation.lookups };
  const kept = { run: JSON.stringify(run), expected: JSON.stringify(expectationOf(definition, simulation)) };
  return inTransaction(context, async (context) => {
    const now = context.now();
    const tests = await context.db
      .selectFrom('ticketTypeTest')
      .select(['id', 'name'])
      .where('typeKey', '=', definition.key)
      .forUpdate()
      .execute();
    const known = tests.find((test) => test.name === name);
    if (!known && tests.length >= mostTests) throw tooMany();
    const id = known?.id ?? newId();
    if (known)
      await context.db
        .updateTable('ticketTypeTest')
        .set({ ...kept, updatedAt: now })
        .where('id', '=', id)
        .execute();
    else {
      const { agentId } = context.actor;
      const row = { id, typeKey: definition.key, name, ...kept, createdById: agentId, createdAt: now, updatedAt: now };
      await context.db.insertInto('ticketTypeTest').values(row).execute();
    }
    await recordAudit(context, { action: 'ticket_type.test_saved', subjectType: 'ticket_type_test', subjectId: id });
    return id;
  });
}

/** Takes how a draft runs a test now as what is expected. Throws ValidationError, NotFoundError. */
export async function acceptTicketTypeTest(
  context: Context,
  input: z.input<typeof acceptTicketTypeTestInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { ticketTypeTestId, draftId } = parseInput(acceptTicketTypeTestInput, input);
  const definition = requireSound(await readDraftDefinition(context, draftId));
  return inTransaction(context, async (context) => {
    const test = await lockTest(context, ticketTypeTestId);
    if (test.typeKey !== definition.key) throw new NotFoundError('ticket type test');
    const run = keptRun.parse(test.run);
    const ground = await groundSimulation(context, definition, run.lookups);
    const simulation = await simulate(ground, new Date(run.startAt), run.steps);
    const lookups = { ...simulation.lookups, ...run.lookups };
    await context.db
      .updateTable('ticketTypeTest')
      .set({
        run: JSON.stringify({ ...run, lookups }),
        expected: JSON.stringify(expectationOf(definition, simulation)),
        updatedAt: context.now(),
      })
      .where('id', '=', test.id)
      .execute();
    const subject = { subjectType: 'ticket_type_test', subjectId: test.id };
    await recordAudit(context, { action: 'ticket_type.test_saved', ...subject });
    return test.id;
  });
}

/** Removes a test. Throws NotFoundError. */
export async function deleteTicketTypeTest(
  context: Context,
  input: z.input<typeof deleteTicketTypeTestInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { ticketTypeTestId } = parseInput(deleteTicketTypeTestInput, input);
  return inTransaction(context, async (context) => {
    const { id } = await lockTest(context, ticketTypeTestId);
    await context.db.deleteFrom('ticketTypeTest').where('id', '=', id).execute();
    await recordAudit(context, { action: 'ticket_type.test_deleted', subjectType: 'ticket_type_test', subjectId: id });
    return id;
  });
}

async function lockTest(context: Context, id: string): Promise<TestRow> {
  const row = await context.db
    .selectFrom('ticketTypeTest')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFoundError('ticket type test');
  return row;
}

const tooMany = () =>
  ValidationError.at('name', 'too_many_tests', {
    en: `A ticket type has at most ${mostTests} tests. Delete one that proves nothing new.`,
    zh: `一个工单类型最多 ${mostTests} 个测试，请先删除不再需要的测试。`,
  });
