import { presentStep } from '@handoff/e2e/support/demo-ticket.ts';
import type { Measuring } from '../measuring.ts';
import { underLoad } from '../measure.ts';

const query = `query ($number: String!) { ticket(number: $number) {
  id number title status urgency dueAt updatedAt slaState
  customer { id name } handler { id name } type { name { text } } answers actions sequence
  steps { stepId nodeId isActive actions assignee { id name } }
  history { sequence kind at body actor { id name } }
  clocks { key kind status dueAt isBreached } } }`;

/** What the ticket page shows of a ticket, as its taker sees it. */
export async function measureDetail({ company, seconds, note }: Measuring): Promise<void> {
  const { agent } = company;
  const { number } = await company.openTicket(0, agent.works);
  const { ticketId, stepId } = await presentStep(agent.works, number);
  await agent.works.act('submitStep', { ticketId, stepId, answers: {} }, 'ticket { id }');
  note('detail.p50_ms', (await underLoad({ clients: 1, seconds }, () => agent.works.query(query, { number }))).p50Ms);
}
