import { randomUUID } from 'node:crypto';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { agentIds, asPerson, withToken, type Integrator } from '@handoff/e2e/support/integrator.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import type { Database } from '@handoff/prisma';
import { growCustomers, growTickets } from './bulk-data.ts';

export interface Ticket {
  id: string;
  number: string;
}

const taking = ['chen.yu', 'ma.li', 'huang.kai'];
const repairing = ['liu.yang', 'guo.tao'];

/** The demo company: who works over HTTP, and how much there is in its database. */
export class Company {
  #tickets = 0;
  #customers = 0;

  private constructor(
    private readonly db: Database,
    private readonly repairType: string,
    readonly admin: Integrator,
    /** They take tickets. */
    readonly takers: readonly Integrator[],
    /** They accept the steps that are offered to their group. */
    readonly technicians: readonly Integrator[],
    /** Li Na, whose queue has as many tickets as one person works on. */
    readonly agent: { login: string; id: string; works: Integrator },
  ) {}

  static async gather(db: Database): Promise<Company> {
    const admin = await asPerson('admin');
    const ids = await agentIds(admin);
    const token = (login: string): Promise<Integrator> => withToken(admin, ids.get(login) ?? '');
    const works = await token('li.na');
    return new Company(
      db,
      await typeIdOf(works, 'repair'),
      admin,
      await Promise.all(taking.map(token)),
      await Promise.all(repairing.map(token)),
      { login: 'li.na', id: rawId(ids.get('li.na') ?? ''), works },
    );
  }

  /** A repair that has just come in; without a taker one after the other takes it. */
  async openTicket(turn: number, taker = this.takers[turn % this.takers.length]): Promise<Ticket> {
    if (!taker) throw new Error('nobody takes tickets');
    const input = {
      typeId: this.repairType,
      title: `空调不制冷 Air conditioner does not cool ${randomUUID().slice(0, 8)}`,
      urgency: 'NORMAL',
      answers: faultAnswers,
    };
    const { ticket } = await taker.act<{ ticket: Ticket }>('createTicket', input, 'ticket { id number }');
    return ticket;
  }

  /** Makes finished tickets until there are that many, copies of this one. */
  async growTickets(to: number, template: Ticket): Promise<void> {
    if (to > this.#tickets) await growTickets(this.db, rawId(template.id), this.#tickets + 1, to);
    this.#tickets = Math.max(to, this.#tickets);
  }

  /** Makes customers until there are that many. */
  async growCustomers(to: number): Promise<void> {
    if (to > this.#customers) await growCustomers(this.db, this.#customers + 1, to);
    this.#customers = Math.max(to, this.#customers);
  }

  get customers(): number {
    return this.#customers;
  }
}
