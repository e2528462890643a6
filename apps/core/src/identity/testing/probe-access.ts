import { graphql, parse, subscribe, type ExecutionResult } from 'graphql';
import type { Database } from '@handoff/prisma';
import { loadVisibleFile, loadVisibleRecording } from '../../file/load-visible-file.ts';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import type { Actor } from '../actor.ts';
import { loadActor } from '../load-actor.ts';
import type { Permission } from '../permissions.ts';
import { AccessOracle } from './access-oracle.ts';
import type { AccessWorld } from './access-world.ts';
import { everyList } from './access-queries.ts';
import type { WrittenWorld } from './access-rows.ts';
import { emailOf, phoneOf } from './write-access-records.ts';

/** What differs between the product and the rules, in words. */
export type Difference = string;

interface Listed {
  edges: { node: { id: string } }[];
}
type Lists = Record<string, Listed & { totalCount?: { value: number } }> & {
  savedViews: { id: string }[];
  apiCredentials: { id: string }[];
  presences: { agent: { id: string } }[];
  channels: { id: string }[];
};

/** Asks for everything there is as one of the company's people and compares every answer with what the rules say. */
export class AccessProbe {
  readonly #oracle: AccessOracle;
  readonly #differences: Difference[] = [];
  readonly #expected: Record<string, string[]>;

  private constructor(
    private readonly world: AccessWorld,
    private readonly written: WrittenWorld,
    private readonly context: Context,
    private readonly viewer: number,
    tokenScopes: ReadonlySet<Permission> | null,
  ) {
    this.#oracle = new AccessOracle(world, viewer, tokenScopes);
    this.#expected = this.#expect();
  }

  /** With `tokenScopes` the viewer comes through a token that leaves them only these rights. */
  static async run(
    db: Database,
    world: AccessWorld,
    written: WrittenWorld,
    viewer: number,
    tokenScopes: ReadonlySet<Permission> | null,
  ): Promise<Difference[]> {
    const actor = await loadActor(db, written.agents[viewer] ?? '');
    if (!actor) throw new Error('no such viewer');
    const limited: Actor = tokenScopes
      ? {
          ...actor,
          kind: 'integration',
          grants: new Map([...actor.grants].filter(([permission]) => tokenScopes.has(permission))),
        }
      : actor;
    const probe = new AccessProbe(world, written, testContext(db, limited), viewer, tokenScopes);
    await probe.#askLists();
    await probe.#askNodes();
    await probe.#askNumbers();
    await probe.#askFiles();
    await probe.#follow();
    return probe.#differences;
  }

  #expect(): Record<string, string[]> {
    const { world, written } = this;
    const oracle = this.#oracle;
    const keep = (ids: string[], isVisible: (at: number) => boolean): string[] => ids.filter((_, at) => isVisible(at));
    const isTicket = (at: number): boolean => {
      const ticket = world.tickets[at];
      return ticket !== undefined && oracle.ticket(ticket);
    };
    const isCustomer = (at: number): boolean => {
      const customer = world.customers[at];
      return customer !== undefined && oracle.customer(customer);
    };
    const isCall = (at: number): boolean => {
      const call = world.calls[at];
      return call !== undefined && oracle.call(call);
    };
    return {
      Ticket: keep(written.tickets, isTicket),
      Customer: keep(written.customers, isCustomer),
      Call: keep(written.calls, isCall),
      Recording: keep(written.recordings, (at) => oracle.recording(at)),
      Notification: keep(written.notifications, (at) => world.notifications[at]?.agent === this.viewer),
      SavedView: keep(written.savedViews, (at) => {
        const view = world.savedViews[at];
        return view !== undefined && oracle.savedView(view);
      }),
      ApiCredential: keep(written.credentials, (at) => oracle.credential(at)),
      AuditEntry: keep(written.auditEntries, () => oracle.may('audit.read')),
      Channel: keep(written.channels, () => oracle.may('channel.manage')),
      Agent: written.agents,
      Department: written.departments,
      Role: written.roles,
      ServiceGroup: written.groups,
    };
  }

  #expectedOf = (type: string): string[] => this.#expected[type] ?? [];

  async #ask<Data>(source: string, variableValues: Record<string, unknown> = {}): Promise<Data> {
    const contextValue = { ...this.context, memo: new Map() };
    const result = await graphql({ schema, source, variableValues, contextValue });
    if (result.errors?.[0]) throw result.errors[0];
    this.#checkText(JSON.stringify(result.data));
    return result.data as Data;
  }

  #compare(place: string, type: string, found: string[], expected: string[]): void {
    const wanted = new Set(expected.map((id) => toGlobalId(type, id)));
    const got = new Set(found);
    const foreign = [...got].filter((id) => !wanted.has(id));
    const missing = [...wanted].filter((id) => !got.has(id));
    if (foreign.length > 0) this.#differences.push(`${place}: ${foreign.length} foreign`);
    if (missing.length > 0) this.#differences.push(`${place}: ${missing.length} missing`);
  }

  /** Nothing of a record that may not be seen is anywhere in an answer: no id, no name, no contact detail. */
  #checkText(text: string): void {
    const { written, world } = this;
    const lists = { Ticket: written.tickets, Customer: written.customers, Call: written.calls };
    for (const [type, ids] of Object.entries(lists)) {
      const seen = new Set(this.#expectedOf(type));
      for (const id of ids) {
        if (!seen.has(id) && (text.includes(id) || text.includes(toGlobalId(type, id))))
          this.#differences.push(`an answer holds ${type} ${ids.indexOf(id)}`);
      }
    }
    for (const [at, customer] of world.customers.entries()) {
      const phone = phoneOf(at);
      const isShown = text.includes(`"${emailOf(at)}"`) || text.includes(`"${phone.e164 ?? ''}"`);
      const mayShow = this.#oracle.reveals(customer) && this.#oracle.customer(customer);
      if (isShown && !mayShow) this.#differences.push(`contact details of customer ${at} are shown in full`);
    }
  }

  async #askLists(): Promise<void> {
    const lists = await this.#ask<Lists>(everyList, { word: this.written.searchWord });
    const { world, written } = this;
    const idsOf = (name: string): string[] => (lists[name]?.edges ?? []).map(({ node }) => node.id);
    const ticketsWhere = (isListed: (ticket: AccessWorld['tickets'][number]) => boolean): string[] =>
      this.#expectedOf('Ticket').filter((id) => {
        const ticket = world.tickets[written.tickets.indexOf(id)];
        return ticket !== undefined && isListed(ticket);
      });
    const groups = world.agents[this.viewer]?.groups ?? [];
    const mine = (ticket: { creator: number }): boolean => ticket.creator === this.viewer;
    this.#compare(
      'tickets',
      'Ticket',
      idsOf('tickets'),
      ticketsWhere(({ isDraft }) => !isDraft),
    );
    this.#compare(
      'drafts',
      'Ticket',
      idsOf('drafts'),
      ticketsWhere((ticket) => ticket.isDraft && mine(ticket)),
    );
    this.#compare(
      'created',
      'Ticket',
      idsOf('created'),
      ticketsWhere((ticket) => !ticket.isDraft && mine(ticket)),
    );
    this.#compare(
      'toHandle',
      'Ticket',
      idsOf('toHandle'),
      ticketsWhere(({ steps }) => steps.some(({ assignee, isActive }) => isActive && assignee === this.viewer)),
    );
    this.#compare(
      'toClaim',
      'Ticket',
      idsOf('toClaim'),
      ticketsWhere(({ steps }) =>
        steps.some(
          ({ group, assignee, isActive }) => isActive && assignee === null && group !== null && groups.includes(group),
        ),
      ),
    );
    this.#compare(
      'ticketSearch',
      'Ticket',
      idsOf('ticketSearch'),
      ticketsWhere(({ isDraft }) => !isDraft),
    );
    this.#compare('customers', 'Customer', idsOf('customers'), this.#expectedOf('Customer'));
    this.#compare('customerSearch', 'Customer', idsOf('customerSearch'), this.#expectedOf('Customer'));
    this.#compare('calls', 'Call', idsOf('calls'), this.#expectedOf('Call'));
    this.#compare('notifications', 'Notification', idsOf('notifications'), this.#expectedOf('Notification'));
    this.#compare('auditEntries', 'AuditEntry', idsOf('auditEntries'), this.#expectedOf('AuditEntry'));
    const plain = (list: { id: string }[]): string[] => list.map(({ id }) => id);
    this.#compare('apiCredentials', 'ApiCredential', plain(lists.apiCredentials), this.#expectedOf('ApiCredential'));
    this.#compare('savedViews', 'SavedView', plain(lists.savedViews), this.#expectedOf('SavedView'));
    this.#compare('channels', 'Channel', plain(lists.channels), this.#expectedOf('Channel'));
    const present = written.agents.filter((_, agent) => this.#oracle.presence(agent));
    this.#compare('presences', 'Agent', plain(lists.presences.map(({ agent }) => agent)), present);
    for (const name of ['tickets', 'customers', 'calls']) {
      if (lists[name]?.totalCount?.value !== idsOf(name).length) this.#differences.push(`${name}: another totalCount`);
    }
  }

  async #askNodes(): Promise<void> {
    const { written } = this;
    const everything: [string, string[]][] = [
      ['Ticket', written.tickets],
      ['Customer', written.customers],
      ['Call', written.calls],
      ['Recording', written.recordings],
      ['Notification', written.notifications],
      ['SavedView', written.savedViews],
      ['ApiCredential', written.credentials],
      ['AuditEntry', written.auditEntries],
      ['Channel', written.channels],
      ['Agent', written.agents],
      ['Department', written.departments],
      ['Role', written.roles],
      ['ServiceGroup', written.groups],
    ];
    const ids = everything.flatMap(([type, list]) => list.map((id) => toGlobalId(type, id)));
    const found = new Set<string>();
    for (let from = 0; from < ids.length; from += 50) {
      const { nodes } = await this.#ask<{ nodes: ({ id: string } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids: ids.slice(from, from + 50) },
      );
      for (const node of nodes) if (node) found.add(node.id);
    }
    for (const [type, list] of everything) {
      const got = list.map((id) => toGlobalId(type, id)).filter((id) => found.has(id));
      this.#compare(`node(${type})`, type, got, this.#expectedOf(type));
    }
  }

  async #askNumbers(): Promise<void> {
    const fields = this.written.tickets.map((_, at) => `t${at}: ticket(number: "N-${at}") { id }`);
    const answer = await this.#ask<Record<string, { id: string } | null>>(`{ ${fields.join(' ')} }`);
    const found = Object.values(answer).flatMap((ticket) => (ticket ? [ticket.id] : []));
    this.#compare('ticket(number)', 'Ticket', found, this.#expectedOf('Ticket'));
  }

  async #askFiles(): Promise<void> {
    for (const [at, id] of this.written.files.entries()) {
      const file = await loadVisibleFile({ ...this.context, memo: new Map() }, id);
      if ((file !== null) !== this.#oracle.file(at))
        this.#differences.push(`file ${at} is ${file ? 'foreign' : 'missing'}`);
    }
    for (const [at, id] of this.written.recordings.entries()) {
      const sound = await loadVisibleRecording({ ...this.context, memo: new Map() }, id);
      if ((sound !== null) !== this.#oracle.recording(at))
        this.#differences.push(`the sound of recording ${at} is ${sound ? 'foreign' : 'missing'}`);
    }
  }

  /** Reads the events from the first one until that of the viewer's own ticket, the last one that they may see. */
  async #follow(): Promise<void> {
    // Whoever may see no ticket is told nothing, so there would be nothing to wait for.
    if (!this.#oracle.may('ticket.read')) return;
    const tail = { listen: () => ({ stop: () => undefined, begun: Promise.resolve() }), close: () => undefined };
    const document = parse('subscription { ticketEvents(after: "0") { eventId ticket { id } } }');
    const contextValue = { ...this.context, tail, memo: new Map() };
    const stream = await subscribe({ schema, document, contextValue });
    if (!(Symbol.asyncIterator in stream)) throw stream.errors?.[0] ?? new Error('no subscription');
    const found = new Set<string>();
    for await (const item of stream as AsyncIterable<ExecutionResult>) {
      const data = item.data as { ticketEvents: { eventId: string; ticket: { id: string } | null } };
      this.#checkText(JSON.stringify(data));
      if (data.ticketEvents.ticket) found.add(data.ticketEvents.ticket.id);
      else this.#differences.push('an event of a ticket that may not be seen');
      if (data.ticketEvents.eventId === this.written.lastEvents[this.viewer]) break;
    }
    this.#compare('ticketEvents', 'Ticket', [...found], this.#expectedOf('Ticket'));
  }
}
