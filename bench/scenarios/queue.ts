import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { cookieValueOf, openSession } from '@handoff/e2e/support/sign-in.ts';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import type { Measuring } from '../measuring.ts';
import { underLoad } from '../measure.ts';

const query = `{ tickets(first: 50, view: TO_HANDLE) { pageInfo { hasNextPage endCursor } edges { node {
  id number title status urgency dueAt updatedAt slaState
  customer { id name } handler { id name } type { name { text } } } } } }`;

/** The same fifty rows with the names beside them, in one statement. */
const statement = `SELECT t.id, t.number, t.title, t.status, t.urgency, t.due_at, t.updated_at, t.sla_state,
    c.id AS customer_id, c.name AS customer_name, a.id AS agent_id, a.name AS agent_name, y.labels
  FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = t.handler_id
  JOIN ticket_type y ON y.id = t.type_id
  WHERE t.id IN (SELECT s.ticket_id FROM ticket_step s WHERE s.assignee_id = ? AND s.is_active = 1)
  ORDER BY t.updated_at DESC, t.id DESC LIMIT 51`;

/** What the database's tables take on disk, their indexes included. */
async function kilobytesOnDisk(pool: Pool): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT SUM(data_length + index_length) / 1024 AS kilobytes FROM information_schema.tables
     WHERE table_schema = DATABASE()`,
  );
  return Number(rows[0]?.['kilobytes']);
}

/** What one person has open. */
const inOneQueue = 120;

/** One agent's queue while the company's history grows, as data and as a page. */
export async function measureQueue({ company, pool, seconds, most, note }: Measuring): Promise<void> {
  const { agent } = company;
  const read = (): Promise<unknown> => agent.works.query(query);
  const template = await company.openTicket(0, agent.works);
  for (let count = 1; count < inOneQueue; count++) await company.openTicket(0, agent.works);

  await company.growTickets(10_000, template);
  const small = await underLoad({ clients: 1, seconds }, read);
  note('queue.p50_ms_at_10k', small.p50Ms);

  await company.growTickets(Math.min(100_000, most.tickets), template);
  const cookie = `handoff_session=${cookieValueOf(await openSession(agent.login))}`;
  const page = await underLoad({ clients: 1, seconds }, async () => {
    const response = await fetch(`${handoffUrl()}/tickets?view=to-handle`, { headers: { cookie } });
    const html = await response.text();
    if (!response.ok || !html.includes('role="grid"')) throw new Error(`the queue answered ${response.status}`);
  });
  note('queue.html.p50_ms', page.p50Ms);

  await company.growTickets(most.tickets, template);
  const large = await underLoad({ clients: 1, seconds }, read);
  note('queue.p50_ms_at_most', large.p50Ms);
  note('queue.growth', large.p50Ms / small.p50Ms);
  note('queue.kb_a_ticket', (await kilobytesOnDisk(pool)) / most.tickets);

  const ours = await underLoad({ clients: 16, seconds }, read);
  const raw = await underLoad({ clients: 16, seconds }, () => pool.query(statement, [agent.id]));
  note('queue.c16.per_second', ours.perSecond);
  note('queue.c16.raw_per_second', raw.perSecond);
  note('queue.c16.ratio', ours.perSecond / raw.perSecond);
}
