import { createTestDatabase } from '@handoff/prisma/testing/create-test-database';
import type { Context } from '../../../platform/context.ts';
import { createTicket } from '../../../ticket/create-ticket.ts';
import { createServiceDesk } from '../../../ticket/testing/service-desk.ts';
import { runTriggers, type Log } from '../run-triggers.ts';
import { createTrigger } from '../write-trigger.ts';

/** A company whose triggers run as the dispatcher runs them, on a clock that tests move. */
export async function openTriggerDesk() {
  const warnings: object[] = [];
  const log: Log = { warn: (facts) => warnings.push(facts) };
  const test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  const agent = await desk.hire({ 'ticket.read': 'self', 'ticket.manage': 'self' });
  const boss = await desk.hire({ 'trigger.manage': 'all', 'ticket.read': 'all' });

  let clock = new Date();
  const fresh = (context: Context): Context => ({ ...context, memo: new Map(), now: () => clock });
  const later = (seconds: number): void => {
    clock = new Date(clock.getTime() + seconds * 1_000);
  };
  const trigger = (on: object, actions: object[], when?: object, more: object = {}): Promise<string> =>
    createTrigger(fresh(boss), { name: 'A rule', definition: { on, ...(when && { when }), actions }, ...more });
  const ticket = (answers: object = {}): Promise<string> => {
    later(1);
    return createTicket(fresh(agent), {
      typeId: desk.typeId,
      title: 'A visit',
      answers: { contact_phone: '13800000000', ...answers },
    });
  };

  /** Hands on what waits for triggers, and what that leaves, as the dispatcher does; each row as often as asked. */
  async function dispatch(times = 1): Promise<void> {
    for (;;) {
      const rows = await test.database
        .selectFrom('outbox')
        .select(['id', 'payload'])
        .where('kind', '=', 'trigger')
        .where('isPending', '=', true)
        .orderBy('id')
        .execute();
      if (rows.length === 0) return;
      for (const { id, payload } of rows) {
        for (let time = 0; time < times; time++) await runTriggers(fresh(desk.system), payload, log);
        await test.database.updateTable('outbox').set({ isPending: false }).where('id', '=', id).execute();
      }
    }
  }
  const runs = () =>
    test.database
      .selectFrom('triggerRun')
      .select(['triggerId', 'outcome', 'reason', 'result', 'depth', 'triggerVersion'])
      .orderBy('id')
      .execute();
  const stateOf = (id: string) =>
    test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const history = (id: string) =>
    test.database
      .selectFrom('ticketEvent')
      .select(['kind', 'actorId', 'cause', 'body', 'sequence'])
      .where('ticketId', '=', id)
      .orderBy('sequence')
      .execute();
  const notices = async (): Promise<{ agentIds: string[]; kind: string; params: { message: { en: string } } }[]> =>
    (await test.database.selectFrom('outbox').select('payload').where('kind', '=', 'notification').execute())
      .map(({ payload }) => payload as never)
      .filter(({ kind }: { kind: string }) => kind === 'ticket.message' || kind === 'job.exported');

  /** No trigger, and nothing that waits for one. */
  const clear = async (): Promise<void> => {
    warnings.length = 0;
    for (const table of ['trigger', 'triggerRun', 'triggerVersion', 'outbox'] as const) {
      await test.database.deleteFrom(table).execute();
    }
  };
  const drop = (): Promise<void> => test.drop();
  return {
    test,
    desk,
    agent,
    boss,
    warnings,
    log,
    fresh,
    later,
    trigger,
    ticket,
    dispatch,
    runs,
    stateOf,
    history,
    notices,
    clear,
    drop,
  };
}
