import { rawId } from '@handoff/e2e/support/relay-id.ts';
import { growOpenTickets } from '../bulk-data.ts';
import type { Measuring } from '../measuring.ts';

const lookEveryMs = 500;

interface Progress {
  node: { status: string; totalCount: number; doneCount: number };
}

/** One job raises the urgency of that many open tickets; until the last one is committed with its event and result. */
export async function measureBulk({ company, db, most, note }: Measuring): Promise<void> {
  const template = await company.openTicket(0);
  await growOpenTickets(db, rawId(template.id), most.bulk);
  const input = {
    operation: 'CHANGE_TICKETS',
    query: { filter: { number: { startsWith: 'BULK-' } } },
    change: { kind: 'CHANGE_URGENCY', urgency: 'HIGH' },
  };
  const began = performance.now();
  const { job } = await company.admin.act<{ job: { id: string } }>('createJob', input, 'job { id }');
  for (;;) {
    const { node } = await company.admin.query<Progress>(
      `{ node(id: "${job.id}") { ... on Job { status totalCount doneCount } } }`,
    );
    if (node.status === 'COMPLETED') {
      if (node.doneCount !== most.bulk) throw new Error(`${node.doneCount} of ${most.bulk} tickets were changed`);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  const seconds = (performance.now() - began) / 1000;
  note('bulk.seconds', seconds);
  note('bulk.per_second', most.bulk / seconds);
}
