import type { DataScope, Permission } from '../permissions.ts';
import type { AccessWorld, Call, Customer, SavedView, Ticket } from './access-world.ts';

/*
 * Who may see what, told from the rules in words and worked out over plain lists. It shares no code with the product's
 * conditions, paths or loaders: what the two agree on is what the words say.
 */

/** Everybody, or these people. */
type People = 'everybody' | ReadonlySet<number>;

const among = (people: People, agent: number | null): boolean =>
  agent !== null && (people === 'everybody' || people.has(agent));

export class AccessOracle {
  constructor(
    private readonly world: AccessWorld,
    /** Who asks. */
    private readonly viewer: number,
    /** What a token leaves of the rights; null for a person at the screen. */
    private readonly tokenScopes: ReadonlySet<Permission> | null = null,
  ) {}

  may(permission: Permission): boolean {
    return this.#scopesOf(permission).length > 0;
  }

  ticket(ticket: Ticket): boolean {
    if (!this.may('ticket.read')) return false;
    if (ticket.isDraft && ticket.creator !== this.viewer) return false;
    const people = this.#reached('ticket.read');
    if (people === 'everybody') return true;
    const hasPart = this.#partsIn(ticket).some((agent) => people.has(agent));
    const isOffered = ticket.steps.some(
      ({ group, isActive }) => isActive && group !== null && this.#members(group).some((member) => people.has(member)),
    );
    return hasPart || isOffered;
  }

  customer(customer: Customer): boolean {
    if (!this.may('customer.read')) return false;
    const people = this.#reached('customer.read');
    if (people === 'everybody' || customer.owner === null || people.has(customer.owner)) return true;
    const at = this.world.customers.indexOf(customer);
    return (
      this.world.calls.some((call) => call.customer === at && among(people, call.agent)) ||
      this.world.tickets.some(
        (ticket) => ticket.customer === at && this.#partsIn(ticket).some((one) => people.has(one)),
      )
    );
  }

  /** Whether the customer's contact details are shown in full. */
  reveals(customer: Customer): boolean {
    if (!this.may('customer.reveal')) return false;
    const people = this.#reached('customer.reveal');
    return people === 'everybody' || among(people, customer.owner);
  }

  call(call: Call): boolean {
    const people = this.may('call.read') ? this.#reached('call.read') : new Set<number>();
    if (people === 'everybody') return true;
    const hadPart = [call.agent, ...call.legs].some((one) => one === this.viewer || among(people, one));
    const waitsForMe = !call.isAnswered && call.group !== null && this.#members(call.group).includes(this.viewer);
    return hadPart || waitsForMe;
  }

  file(at: number): boolean {
    const file = this.world.files[at];
    if (!file) return false;
    if (file.uploader === this.viewer) return true;
    if (!file.owner) return false;
    if (file.owner.kind === 'call') return this.#callAt(file.owner.at);
    const ticket = this.world.tickets[file.owner.at];
    return ticket !== undefined && this.ticket(ticket);
  }

  recording(at: number): boolean {
    return this.#callAt(this.world.recordings[at] ?? -1);
  }

  credential(at: number): boolean {
    return this.may('credential.manage') && (this.may('agent.manage') || this.world.credentials[at] === this.viewer);
  }

  savedView({ owner, sharing, groups }: SavedView): boolean {
    if (owner === this.viewer || sharing === 'all') return true;
    return sharing === 'groups' && groups.some((group) => this.#members(group).includes(this.viewer));
  }

  presence(agent: number): boolean {
    return this.may('presence.read') && among(this.#reached('presence.read'), agent);
  }

  #callAt(at: number): boolean {
    const call = this.world.calls[at];
    return call !== undefined && this.call(call);
  }

  #scopesOf(permission: Permission): DataScope[] {
    if (this.tokenScopes && !this.tokenScopes.has(permission)) return [];
    const roles = this.world.agents[this.viewer]?.roles ?? [];
    return roles.flatMap((role) => this.world.roles[role]?.grants[permission] ?? []);
  }

  /** Everyone whom the united scopes of a right take in; the viewer is always among them. */
  #reached(permission: Permission): People {
    const scopes = this.#scopesOf(permission);
    if (scopes.includes('all')) return 'everybody';
    const agents = this.world.agents.map((_, agent) => agent);
    return new Set(agents.filter((agent) => agent === this.viewer || scopes.some((scope) => this.#isIn(scope, agent))));
  }

  #isIn(scope: DataScope, agent: number): boolean {
    const mine = this.world.agents[this.viewer]?.department;
    const theirs = this.world.agents[agent]?.department;
    if (mine === undefined || theirs === undefined) return false;
    if (scope === 'reporting_tree') return this.#reportsTo(agent);
    if (scope === 'department') return mine === theirs;
    return scope === 'department_tree' && this.#isBelow(theirs, mine);
  }

  #reportsTo(agent: number): boolean {
    const manager = this.world.agents[agent]?.manager ?? null;
    return manager !== null && (manager === this.viewer || this.#reportsTo(manager));
  }

  #isBelow(department: number, above: number): boolean {
    if (department === above) return true;
    const parent = this.world.departments[department] ?? null;
    return parent !== null && this.#isBelow(parent, above);
  }

  #members(group: number): number[] {
    return this.world.agents.flatMap(({ groups }, agent) => (groups.includes(group) ? [agent] : []));
  }

  /** Whoever made it, was given a step of it, or was brought in. */
  #partsIn(ticket: Ticket): number[] {
    const assignees = ticket.steps.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
    return [ticket.creator, ...ticket.others, ...assignees];
  }
}
