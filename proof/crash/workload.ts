import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { faultAnswers, presentStep, remoteDiagnosis, solved, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { hastyRepair } from '@handoff/e2e/support/hasty-repair.ts';
import { agentIds, asPerson, withToken, type Integrator } from '@handoff/e2e/support/integrator.ts';

/** What was answered with success, and so must be there exactly once. */
export interface Acknowledged {
  mutation: string;
  ticketId: string;
  /** The step it was about, where it was about one. */
  stepId?: string;
  /** A text that only this intent carries, where it carries one. */
  marker?: string;
}

interface Named {
  id: string;
  number: string;
}

const storiesAtOnce = 40;
/** Seconds promised for a first response: short enough that kept and broken promises both happen. */
const firstResponseSeconds = 15;
/** How long after the end an intent may still wait for its answer (ms). */
const patience = 300_000;

/** People who work tickets through at a steady rate, and try each intent again until it is answered. */
export class Workload {
  readonly faults: string[] = [];
  readonly #acknowledged: Acknowledged[] = [];
  #until = 0;
  #running: Promise<unknown> = Promise.resolve();
  #nextPermit = 0;

  private constructor(
    private readonly agent: Integrator,
    private readonly technician: Integrator,
    private readonly typeId: string,
    private readonly rate: number,
  ) {}

  static async prepare(rate: number): Promise<Workload> {
    const admin = await asPerson('admin');
    await admin.act('publishTicketType', { definition: hastyRepair(firstResponseSeconds) }, 'ticketType { id }');
    const ids = await agentIds(admin);
    const token = (login: string) => withToken(admin, ids.get(login) ?? '');
    const agent = await token('li.na');
    return new Workload(agent, await token('liu.yang'), await typeIdOf(agent, 'hasty-repair'), rate);
  }

  /** Begins; new tickets are opened until then (ms of the epoch), or until it is stopped. */
  start(until = Number.POSITIVE_INFINITY): void {
    this.#until = until;
    this.#running = Promise.all(Array.from({ length: storiesAtOnce }, () => this.#tellStories()));
  }

  /** Opens no more tickets from now on. */
  stop(): void {
    this.#until = Date.now();
  }

  /** Resolves when every intent that was begun is answered. */
  async finish(): Promise<Acknowledged[]> {
    await this.#running;
    return this.#acknowledged;
  }

  async #tellStories(): Promise<void> {
    while (Date.now() < this.#until) {
      try {
        await this.#tellStory();
      } catch (error) {
        this.faults.push(String(error));
      }
    }
  }

  /** A repair from the call to its end; every fourth is left lying, so that its reminders and breaches come. */
  async #tellStory(): Promise<void> {
    const title = randomUUID();
    const input = { typeId: this.typeId, title, urgency: 'URGENT', answers: faultAnswers };
    const { id, number } = await this.#intend(this.agent, 'createTicket', input, { marker: title });
    await this.#comment(this.agent, id);
    await this.#handle(this.agent, number, {});
    if (Math.random() < 0.25) return;
    await this.#comment(this.technician, id);
    await this.#handle(this.technician, number, remoteDiagnosis);
    await this.#handle(this.agent, number, solved);
  }

  async #comment(integrator: Integrator, ticketId: string): Promise<void> {
    const body = randomUUID();
    await this.#intend(integrator, 'commentTicket', { ticketId, body }, { marker: body });
  }

  /** Accepts the present step where that is still to be done, and submits it. */
  async #handle(integrator: Integrator, number: string, answers: object): Promise<void> {
    const { ticketId, stepId, actions } = await this.#present(integrator, number);
    if (actions.includes('ACCEPT')) await this.#intend(integrator, 'acceptStep', { ticketId, stepId }, { stepId });
    await this.#intend(integrator, 'submitStep', { ticketId, stepId, answers }, { stepId });
  }

  async #present(integrator: Integrator, number: string): ReturnType<typeof presentStep> {
    for (;;) {
      const step = await within(() => presentStep(integrator, number));
      if (step) return step;
      if (Date.now() > this.#until + patience) throw new Error(`${number} could not be read`);
      await wait(500);
    }
  }

  /** Sends an intent under one key until it is answered. Throws if it is refused, or nobody answers for too long. */
  async #intend(
    integrator: Integrator,
    mutation: string,
    input: object,
    about: Pick<Acknowledged, 'stepId' | 'marker'>,
  ): Promise<Named> {
    const key = { 'idempotency-key': randomUUID() };
    for (;;) {
      await this.#permit();
      const outcome = await within(() =>
        integrator.attempt<{ ticket: Named }>(mutation, input, 'ticket { id number }', key),
      );
      if (outcome?.__typename.endsWith('Success') && outcome.ticket) {
        this.#acknowledged.push({ mutation, ticketId: outcome.ticket.id, ...about });
        return outcome.ticket;
      }
      if (outcome) throw new Error(`${mutation} was refused: ${JSON.stringify(outcome)}`);
      if (Date.now() > this.#until + patience) throw new Error(`${mutation} was never answered`);
      await wait(500);
    }
  }

  /** Waits for its turn, so that all clients together keep to the rate. */
  async #permit(): Promise<void> {
    const now = Date.now();
    this.#nextPermit = Math.max(now, this.#nextPermit + 1000 / this.rate);
    await wait(this.#nextPermit - now);
  }
}

/** Null where the answer was a fault of the moment: nobody there, no database, too late. */
const within = <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> =>
  Promise.race([ask().catch(() => null), wait(20_000, null)]);
