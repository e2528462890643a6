import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { hastyRepair } from '@handoff/e2e/support/hasty-repair.ts';
import { agentIds, asPerson, withToken } from '@handoff/e2e/support/integrator.ts';
import type { Database } from '@handoff/prisma';
import { percentile } from '../measure.ts';

const clients = 16;
/** Long enough that all tickets are open before the first reminder (s). */
const firstResponseSeconds = 120;

/** How late reminders and breaches of that many open tickets are written, 99th percentile (ms). */
export async function measureTimers(db: Database, count: number): Promise<number> {
  const admin = await asPerson('admin');
  await admin.act('publishTicketType', { definition: hastyRepair(firstResponseSeconds) }, 'ticketType { id }');
  const agent = await withToken(admin, (await agentIds(admin)).get('li.na') ?? '');
  const typeId = await typeIdOf(agent, 'hasty-repair');
  let left = count;
  const open = async (): Promise<void> => {
    while (left-- > 0) {
      await agent.act('createTicket', { typeId, title: '计时 Timer', answers: faultAnswers }, 'ticket { id }');
    }
  };
  await Promise.all(Array.from({ length: clients }, open));
  await wait((firstResponseSeconds + 30) * 1000);
  // An entry's own instant is when it was due; its id, a ULID, begins with when it was written.
  const { rows } = await sql<{ id: string; at: Date }>`
    SELECT e.id, e.at FROM sla_entry e JOIN ticket t ON t.id = e.ticket_id JOIN ticket_type y ON y.id = t.type_id
    WHERE y.\`key\` = 'hasty-repair' AND e.kind IN ('approaching', 'breached')`.execute(db);
  if (rows.length < count * 2) throw new Error(`${rows.length} instants of ${count * 2} were written`);
  return percentile(
    rows.map(({ id, at }) => instantOf(id) - at.getTime()),
    0.99,
  );
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** When a ULID was made (ms of the epoch): its first ten letters (https://github.com/ulid/spec). */
const instantOf = (ulid: string): number =>
  [...ulid.slice(0, 10)].reduce((ms, letter) => ms * 32 + alphabet.indexOf(letter), 0);
