import type { Database } from '@handoff/prisma';
import { analyse, copyRows, madeUpId as id } from '@handoff/proof/grow-open-tickets.ts';

/**
 * Adds finished tickets up to that many in all: copies of a template's rows, spread over two years and twenty people.
 * What is open stays as it is, since it is history that grows.
 */
export async function growTickets(db: Database, templateId: string, from: number, to: number): Promise<void> {
  const at = "TIMESTAMPADD(SECOND, -60 * CAST(seq AS SIGNED), '2026-11-01 00:00:00')";
  const agents = `(SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS n FROM agent) a WHERE a.n = seq MOD 20)`;
  const ofTicket = { column: 'ticket_id', value: templateId };
  const isDone = { is_active: '0', sla_state: 'NULL', due_at: 'NULL' };
  await copyRows(
    db,
    'ticket',
    { column: 'id', value: templateId },
    {
      ...isDone,
      id: id('T'),
      number: "CONCAT('BENCH-', seq)",
      status: "'completed'",
      handler_id: agents,
      created_at: at,
      updated_at: at,
      completed_at: at,
    },
    from,
    to,
  );
  const step = {
    id: id('S'),
    ticket_id: id('T'),
    assignee_id: agents,
    finished_by_id: agents,
    is_active: '0',
    since: at,
  };
  await copyRows(db, 'ticket_step', ofTicket, step, from, to);
  await copyRows(db, 'ticket_participant', ofTicket, { ticket_id: id('T'), agent_id: agents, since: at }, from, to);
  await copyRows(db, 'ticket_event', ofTicket, { id: id('E'), ticket_id: id('T'), sequence: '1', at }, from, to);
  await analyse(db, ['ticket', 'ticket_step', 'ticket_participant', 'ticket_event']);
}

/** Adds customers up to that many in all, each with a number of their own: 1390 and the last seven digits of `seq`. */
export async function growCustomers(db: Database, from: number, to: number): Promise<void> {
  const template = await db
    .selectFrom('customerPhone')
    .select('customerId')
    .where('e164', 'like', '+861%')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const national = "CONCAT('1390', LPAD(seq, 7, '0'))";
  await copyRows(db, 'customer', { column: 'id', value: template.customerId }, { id: id('C') }, from, to);
  const phone = {
    id: id('P'),
    customer_id: id('C'),
    typed: national,
    e164: `CONCAT('+86', ${national})`,
    digits: `REVERSE(CONCAT('86', ${national}))`,
  };
  await copyRows(db, 'customer_phone', { column: 'customer_id', value: template.customerId }, phone, from, to);
  await analyse(db, ['customer', 'customer_phone']);
}

/** The number of a customer of `growCustomers`. */
export const benchNumber = (index: number): string => `1390${String(index).padStart(7, '0')}`;
