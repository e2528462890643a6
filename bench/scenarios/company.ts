import { randomUUID } from 'node:crypto';
import { faultAnswers, presentStep, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { agentIds, asPerson, withToken, type Integrator } from '@handoff/e2e/support/integrator.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import { cookieValueOf, openSession } from '@handoff/e2e/support/sign-in.ts';
import type { Database } from '@handoff/prisma';
import type { Pool } from 'mysql2/promise';
import { benchNumber, growCustomers, growTickets, type Template } from '../bulk-data.ts';
import { underLoad, type Load } from '../measure.ts';
import { addedRows, readFootprint, writeRows, type Footprint } from '../raw-rows.ts';

const row = `id number title status urgency dueAt updatedAt slaState
  customer { id name } handler { id name } type { name { text } }`;
const queueQuery = `{ tickets(first: 50, view: TO_HANDLE) {
  pageInfo { hasNextPage endCursor } edges { node { ${row} } } } }`;
const detailQuery = `query ($number: String!) { ticket(number: $number) { ${row} answers actions sequence
  steps { stepId nodeId isActive actions assignee { id name } }
  history { sequence kind at body actor { id name } }
  clocks { key kind status dueAt isBreached } } }`;
const phoneQuery = `query ($phone: String!) { customers(first: 5, filter: { phone: { eq: $phone } }) {
  edges { node { id name } } } }`;

interface Created {
  ticket: { id: string; number: string };
}

/** The demo company, worked by one agent over HTTP, and the same work asked of the raw database. */
export class Company {
  #tickets = 0;
  #customers = 0;
  #numbers: string[] = [];

  private constructor(
    private readonly db: Database,
    private readonly pool: Pool,
    private readonly seconds: number,
    private readonly agent: Integrator,
    private readonly technicians: Integrator[],
    private readonly cookie: string,
    private readonly typeId: string,
    private readonly template: Template,
    private readonly footprints: { created: Footprint; accepted: Footprint },
  ) {}

  static async prepare(db: Database, pool: Pool, seconds: number): Promise<Company> {
    const admin = await asPerson('admin');
    const ids = await agentIds(admin);
    const token = (login: string) => withToken(admin, ids.get(login) ?? '');
    const [agent, technician] = [await token('li.na'), await token('liu.yang')];
    const typeId = await typeIdOf(agent, 'repair');
    const { ticket } = await agent.act<Created>('createTicket', newTicket(typeId), 'ticket { id number }');
    const ticketId = rawId(ticket.id);
    const created = await readFootprint(pool, ticketId);
    const { stepId } = await presentStep(agent, ticket.number);
    await agent.act('submitStep', { ticketId: ticket.id, stepId, answers: {} }, 'ticket { id }');
    const submitted = await readFootprint(pool, ticketId);
    const offered = await presentStep(technician, ticket.number);
    await technician.act('acceptStep', { ticketId: ticket.id, stepId: offered.stepId }, 'ticket { id }');
    const accepted = addedRows(submitted, await readFootprint(pool, ticketId));
    return new Company(
      db,
      pool,
      seconds,
      agent,
      [technician, await token('guo.tao')],
      `handoff_session=${cookieValueOf(await openSession('li.na'))}`,
      typeId,
      { ticketId, agentId: rawId(ids.get('li.na') ?? '') },
      { created, accepted },
    );
  }

  create(clients: number): Promise<Load> {
    return underLoad({ clients, seconds: this.seconds }, async () => {
      const selection = 'ticket { id number }';
      const { ticket } = await this.agent.act<Created>('createTicket', newTicket(this.typeId), selection);
      this.#numbers.push(ticket.number);
    });
  }

  /** The rows of a create, written by SQL alone. */
  createRaw(): Promise<Load> {
    return underLoad({ clients: 16, seconds: this.seconds }, () => writeRows(this.pool, this.footprints.created));
  }

  /** Technicians take offered steps; the steps are made ready before the time is measured. */
  async accept(clients: number): Promise<Load> {
    const offered: { ticketId: string; stepId: string }[] = [];
    const [technician] = this.technicians;
    if (!technician) throw new Error('no technician');
    const waiting = this.#numbers.slice(0, 4_000);
    const prepare = async (): Promise<void> => {
      for (let number = waiting.pop(); number; number = waiting.pop()) {
        const { ticketId, stepId } = await presentStep(this.agent, number);
        await this.agent.act('submitStep', { ticketId, stepId, answers: {} }, 'ticket { id }');
        offered.push(await presentStep(technician, number));
      }
    };
    await Promise.all(Array.from({ length: 8 }, prepare));
    let next = 0;
    const seconds = Math.min(this.seconds, offered.length / 300);
    return underLoad({ clients, seconds, warmUpSeconds: 0 }, async () => {
      const step = offered[next++];
      if (!step) return;
      const { ticketId, stepId } = step;
      await technician.act('acceptStep', { ticketId, stepId }, 'ticket { id status }');
    });
  }

  /** The reads with locks, the updates and the added rows of an accept, by SQL alone. */
  acceptRaw(): Promise<Load> {
    const { ticketId } = this.template;
    return underLoad({ clients: 16, seconds: this.seconds }, (client) =>
      writeRows(this.pool, this.footprints.accepted, async (connection) => {
        // Each client has a ticket of its own to lock, as different technicians have.
        const [rows] = await connection.query('SELECT id FROM ticket ORDER BY id DESC LIMIT 1 OFFSET ?', [client]);
        const id = (rows as { id: string }[])[0]?.id ?? ticketId;
        await connection.query('SELECT * FROM ticket WHERE id = ? FOR UPDATE', [id]);
        await connection.query('UPDATE ticket SET version = version + 1, updated_at = NOW(3) WHERE id = ?', [id]);
        await connection.query('UPDATE ticket_step SET accepted_at = NOW(3) WHERE ticket_id = ?', [id]);
      }),
    );
  }

  async growTickets(to: number): Promise<void> {
    if (to > this.#tickets) await growTickets(this.db, this.template, this.#tickets + 1, to);
    this.#tickets = Math.max(to, this.#tickets);
  }

  async growCustomers(to: number): Promise<void> {
    if (to > this.#customers) await growCustomers(this.db, this.#customers + 1, to);
    this.#customers = Math.max(to, this.#customers);
  }

  readQueue(clients: number): Promise<Load> {
    return underLoad({ clients, seconds: this.seconds }, () => this.agent.query(queueQuery));
  }

  /** The same fifty rows with the names beside them, in one statement. */
  readQueueRaw(): Promise<Load> {
    const statement = `SELECT t.id, t.number, t.title, t.status, t.urgency, t.due_at, t.updated_at, t.sla_state,
        c.id AS customer_id, c.name AS customer_name, a.id AS agent_id, a.name AS agent_name, y.labels
      FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = t.handler_id
      JOIN ticket_type y ON y.id = t.type_id
      WHERE t.id IN (SELECT s.ticket_id FROM ticket_step s WHERE s.assignee_id = ? AND s.is_active = 1)
      ORDER BY t.updated_at DESC, t.id DESC LIMIT 51`;
    return underLoad({ clients: 16, seconds: this.seconds }, () => this.pool.query(statement, [this.template.agentId]));
  }

  readQueuePage(): Promise<Load> {
    return underLoad({ clients: 1, seconds: this.seconds }, async () => {
      const response = await fetch(`${handoffUrl()}/tickets?view=to-handle`, { headers: { cookie: this.cookie } });
      const html = await response.text();
      if (!response.ok || !html.includes('role="grid"')) throw new Error(`the queue answered ${response.status}`);
    });
  }

  readTicket(): Promise<Load> {
    const number = this.#numbers[0];
    return underLoad({ clients: 1, seconds: this.seconds }, () => this.agent.query(detailQuery, { number }));
  }

  readNothing(): Promise<Load> {
    return underLoad({ clients: 1, seconds: this.seconds }, () => this.agent.query('{ __typename }'));
  }

  findByPhone(): Promise<Load> {
    return underLoad({ clients: 1, seconds: this.seconds }, () => {
      const phone = benchNumber(1 + Math.floor(Math.random() * this.#customers));
      return this.agent.query(phoneQuery, { phone });
    });
  }
}

const newTicket = (typeId: string) => ({
  typeId,
  title: `空调不制冷 Air conditioner does not cool ${randomUUID().slice(0, 8)}`,
  urgency: 'NORMAL',
  answers: faultAnswers,
});
