import { rawId } from '@handoff/e2e/support/relay-id.ts';
import { growOpenTickets } from '@handoff/proof/grow-open-tickets.ts';
import type { Company } from '../company.ts';
import { withCpuTime } from '../cpu-time.ts';
import type { Measuring } from '../measuring.ts';

const lookEveryMs = 500;

interface Progress {
  node: { status: string; doneCount: number };
}

/** Raises the urgency of the tickets of that filter; resolves when the last one is committed with its event and result. */
async function raiseUrgency({ admin }: Company, filter: object): Promise<{ done: number }> {
  const input = { operation: 'CHANGE_TICKETS', query: { filter }, change: { kind: 'CHANGE_URGENCY', urgency: 'HIGH' } };
  const { job } = await admin.act<{ job: { id: string } }>('createJob', input, 'job { id }');
  for (;;) {
    const { node } = await admin.query<Progress>(`{ node(id: "${job.id}") { ... on Job { status doneCount } } }`);
    if (node.status === 'COMPLETED') return { done: node.doneCount };
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** One job raises the urgency of that many open tickets, whose clocks move; the demo company's triggers are on. */
export async function measureBulk({ company, db, most, note }: Measuring): Promise<void> {
  const template = await company.openTicket(0);
  await growOpenTickets(db, rawId(template.id), most.bulk);
  const began = performance.now();
  const { load, msEach } = await withCpuTime(() => raiseUrgency(company, { number: { startsWith: 'BULK-' } }));
  const seconds = (performance.now() - began) / 1000;
  if (load.done !== most.bulk) throw new Error(`${load.done} of ${most.bulk} tickets were changed`);
  for (const [name, ms] of Object.entries(msEach)) note(`bulk.cpu_ms_${name}`, ms);
  note('bulk.per_second', most.bulk / seconds);
  note(`bulk.${most.bulk / 1000}k_s`, seconds);
}
