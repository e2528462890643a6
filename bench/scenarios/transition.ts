import { presentStep } from '@handoff/e2e/support/demo-ticket.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import type { Company } from '../company.ts';
import { withCpuTime } from '../cpu-time.ts';
import { underLoad } from '../measure.ts';
import type { Measuring } from '../measuring.ts';
import { addedRows, changedRows, changeRows, readFootprint, writeRows } from '../raw-rows.ts';
import { untilHandedOn } from '../until-handed-on.ts';

interface OfferedStep {
  ticketId: string;
  stepId: string;
}

const clients = 16;
/** More than are accepted a second, so that the load does not run out of steps. */
const mostPerSecond = 250;
const copiesPerClient = 50;
const warmUpSeconds = 1;

/** A repair that its taker has submitted, so that it is offered to the technicians. */
async function offerStep(company: Company, turn: number): Promise<OfferedStep> {
  const taker = company.takers[turn % company.takers.length];
  const [technician] = company.technicians;
  if (!taker || !technician) throw new Error('nobody to take or to accept');
  const { number } = await company.openTicket(turn, taker);
  const { ticketId, stepId } = await presentStep(taker, number);
  await taker.act('submitStep', { ticketId, stepId, answers: {} }, 'ticket { id }');
  return { ticketId, stepId: (await presentStep(technician, number)).stepId };
}

/** Technicians accept steps; beside it SQL alone reads with a lock, changes and adds the same rows. */
export async function measureTransition({ company, db, pool, seconds, note }: Measuring): Promise<void> {
  const accept = (turn: number, { ticketId, stepId }: OfferedStep): Promise<unknown> => {
    const technician = company.technicians[turn % company.technicians.length];
    if (!technician) throw new Error('nobody accepts');
    return technician.act('acceptStep', { ticketId, stepId }, 'ticket { id status }');
  };
  const first = await offerStep(company, 0);
  const submitted = await readFootprint(pool, rawId(first.ticketId));
  await accept(0, first);
  const accepted = await readFootprint(pool, rawId(first.ticketId));

  const offered: OfferedStep[] = [];
  let left = mostPerSecond * (seconds + warmUpSeconds);
  const offer = async (client: number): Promise<void> => {
    while (left-- > 0) offered.push(await offerStep(company, client));
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => offer(client)));
  // The workflows of these tickets are no part of an accept.
  await untilHandedOn(db);
  let next = 0;
  const acceptNext = (client: number): Promise<unknown> => {
    const step = offered[next++];
    if (!step) throw new Error('the load ran out of steps');
    return accept(client, step);
  };
  const added = addedRows(submitted, accepted);
  const changed = changedRows(submitted, accepted);
  const copies = await Promise.all(Array.from({ length: clients * copiesPerClient }, () => writeRows(pool, submitted)));
  let turn = 0;
  const raw = await underLoad({ clients, seconds }, (client) => {
    const ids = copies[client + clients * (turn++ % copiesPerClient)];
    if (!ids) throw new Error('no copy to change');
    return writeRows(pool, added, (connection) => changeRows(connection, changed, ids));
  });
  const { load: ours, msEach } = await withCpuTime(() => underLoad({ clients, seconds, warmUpSeconds }, acceptNext));
  for (const [name, ms] of Object.entries(msEach)) note(`transition.c16.cpu_ms_${name}`, ms);
  note('transition.c16.per_second', ours.perSecond);
  note('transition.c16.raw_per_second', raw.perSecond);
  note('transition.c16.ratio', ours.perSecond / raw.perSecond);
}
