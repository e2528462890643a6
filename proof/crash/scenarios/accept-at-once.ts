// Many people accept the same ticket in the same moment: one has it, the others are told who.
//   --clients 200   how many clients want each ticket; they are forty people's, five each
//   --tickets 500   how many tickets, one after the other
import { randomUUID } from 'node:crypto';
import { faultAnswers, finishStep, presentStep, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { agentIds, asPerson, withToken, type Integrator, type Outcome } from '@handoff/e2e/support/integrator.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import type { Database } from '@handoff/prisma';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { verifySequences } from '../verify.ts';

const people = 40;
const openedAtOnce = 8;
const mostAttempts = 5;

interface Technician {
  name: string;
  integrator: Integrator;
}

/** Adds people to the technical group: colleagues of one who is in it. */
async function hireTechnicians(admin: Integrator): Promise<Technician[]> {
  const { agents } = await admin.query<{
    agents: { edges: { node: { loginName: string; department: { id: string }; roles: { id: string }[] } }[] };
  }>('{ agents(first: 100) { edges { node { loginName department { id } roles { id } } } } }');
  const { serviceGroups } = await admin.query<{ serviceGroups: { id: string; key: string }[] }>(
    '{ serviceGroups { id key } }',
  );
  const model = agents.edges.map(({ node }) => node).find(({ loginName }) => loginName === 'liu.yang');
  const group = serviceGroups.find(({ key }) => key === 'technical');
  if (!model || !group) throw new Error('the demo company has no technicians');
  const technicians: Technician[] = [];
  for (let index = 1; index <= people; index++) {
    const name = `Technician ${index}`;
    const input = {
      name,
      loginName: `technician.${index}`,
      departmentId: model.department.id,
      roleIds: model.roles.map(({ id }) => id),
      groupIds: [group.id],
    };
    const { agent } = await admin.act<{ agent: { id: string } }>('createAgent', input, 'agent { id }');
    technicians.push({ name, integrator: await withToken(admin, agent.id) });
  }
  return technicians;
}

/** Tickets that wait for whoever of the technical group takes them. */
async function openTickets(count: number, agent: Integrator, technician: Integrator) {
  const typeId = await typeIdOf(agent, 'repair');
  const waiting: { ticketId: string; stepId: string }[] = [];
  const openSome = async (): Promise<void> => {
    while (waiting.length < count) {
      const input = { typeId, title: 'Leak', urgency: 'NORMAL', answers: faultAnswers };
      const { ticket } = await agent.act<{ ticket: { number: string } }>('createTicket', input, 'ticket { number }');
      await finishStep(agent, ticket.number, {});
      waiting.push(await presentStep(technician, ticket.number));
    }
  };
  await Promise.all(Array.from({ length: openedAtOnce }, openSome));
  return waiting.slice(0, count);
}

type Accepted = Outcome<{ ticket: { number: string } }>;

/** Asks until there is an answer, as clients do that are told to try again; the key makes a repeat safe. */
async function accept(integrator: Integrator, input: { ticketId: string; stepId: string }): Promise<Accepted> {
  const key = { 'idempotency-key': randomUUID() };
  for (let attempt = 1; ; attempt++) {
    try {
      return await integrator.attempt<{ ticket: { number: string } }>('acceptStep', input, 'ticket { number }', key);
    } catch (error) {
      if (attempt === mostAttempts) throw error;
    }
  }
}

/** What is wrong with the answers to one ticket's rush, each beside who got it. */
function judge(answers: readonly { name: string; answer: Accepted }[]): string[] {
  const [winner, ...others] = answers.filter(({ answer }) => answer.ticket).map(({ name }) => name);
  if (!winner || others.length > 0) return [`these have the ticket: ${[winner, ...others].join(', ')}`];
  return answers
    .filter(({ name, answer }) => {
      if (answer.ticket) return false;
      // The winner's other clients hear that they have it already.
      if (name === winner && answer.code === 'already_accepted') return false;
      return answer.__typename !== 'ConflictError' || answer.current?.['agentName'] !== winner;
    })
    .map(({ name, answer }) => `${name} was told ${JSON.stringify(answer)}, but ${winner} has it`);
}

/** Each step has one who accepted it, in its history as in its row. */
async function countAccepted(db: Database, ticketIds: string[]): Promise<number> {
  const rows = await db
    .selectFrom('ticketEvent')
    .select('ticketId')
    .where('ticketId', 'in', ticketIds)
    .where('kind', '=', 'accepted')
    .where('nodeId', '=', 'diagnosis')
    .execute();
  return rows.length;
}

export const acceptAtOnce: Scenario = ({ clients = 200, tickets = 500 }) =>
  onInstance(async (db) => {
    const admin = await asPerson('admin');
    const ids = await agentIds(admin);
    const agent = await withToken(admin, ids.get('li.na') ?? '');
    const technicians = await hireTechnicians(admin);
    const [first] = technicians;
    if (!first) throw new Error('nobody to accept anything');
    const waiting = await openTickets(tickets, agent, first.integrator);
    const faults: string[] = [];
    let answered = 0;
    let slowest = 0;
    for (const { ticketId, stepId } of waiting) {
      const since = performance.now();
      const rush = Array.from({ length: clients }, (_, index) => technicians[index % technicians.length] ?? first);
      const answers = await Promise.all(
        rush.map(async ({ name, integrator }) => ({ name, answer: await accept(integrator, { ticketId, stepId }) })),
      );
      slowest = Math.max(slowest, performance.now() - since);
      answered += answers.length;
      faults.push(...judge(answers));
    }
    const accepted = await countAccepted(
      db,
      waiting.map(({ ticketId }) => rawId(ticketId)),
    );
    if (accepted !== tickets) faults.push(`${accepted} steps were accepted, of ${tickets}`);
    faults.push(...(await verifySequences(db)));
    return {
      rows: asRows({
        tickets,
        'clients at each': clients,
        'requests answered': answered,
        'steps accepted': accepted,
        'slowest rush (ms)': Math.round(slowest),
      }),
      faults,
    };
  });
