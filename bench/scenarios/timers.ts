import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { msOfId } from '@handoff/core/platform/id';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { hastyRepair } from '@handoff/e2e/support/hasty-repair.ts';
import { percentile } from '../measure.ts';
import type { Measuring } from '../measuring.ts';
import { untilHandedOn } from '../until-handed-on.ts';

const clients = 16;
const firstResponseSeconds = 20;
const hasty = 400;
const hastyPerSecond = 8;
const handOnSeconds = 900;

/**
 * How late reminders and breaches are written while that many tickets are open and wait for theirs, each with a
 * workflow of its own.
 */
export async function measureTimers({ db, company, most, note }: Measuring): Promise<void> {
  const { total } = await db
    .selectFrom('ticket')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('isActive', '=', true)
    .executeTakeFirstOrThrow();
  let left = most.open - total;
  const open = async (client: number): Promise<void> => {
    while (left-- > 0) await company.openTicket(client);
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => open(client)));
  if (!(await untilHandedOn(db, handOnSeconds))) throw new Error(`the outbox was not empty after ${handOnSeconds} s`);

  await company.admin.act('publishTicketType', { definition: hastyRepair(firstResponseSeconds) }, 'ticketType { id }');
  const [taker] = company.takers;
  if (!taker) throw new Error('nobody takes tickets');
  const typeId = await typeIdOf(taker, 'hasty-repair');
  for (let count = 0; count < hasty; count++) {
    const since = performance.now();
    await taker.act('createTicket', { typeId, title: '计时 Timer', answers: faultAnswers }, 'ticket { id }');
    await wait(Math.max(0, 1000 / hastyPerSecond - (performance.now() - since)));
  }
  await wait((firstResponseSeconds + 10) * 1000);

  // An entry's own instant is when it was due; its id, a ULID, begins with when it was written.
  const { rows } = await sql<{ id: string; at: Date }>`
    SELECT e.id, e.at FROM sla_entry e JOIN ticket t ON t.id = e.ticket_id JOIN ticket_type y ON y.id = t.type_id
    WHERE y.\`key\` = 'hasty-repair' AND e.kind IN ('approaching', 'breached')`.execute(db);
  if (rows.length < hasty * 2) throw new Error(`${rows.length} instants of ${hasty * 2} were written`);
  const late = rows.map(({ id, at }) => msOfId(id) - at.getTime());
  note('timer.open_tickets', Math.max(total, most.open));
  note('timer.p50_ms', percentile(late, 0.5));
  note('timer.p99_ms', percentile(late, 0.99));
}
