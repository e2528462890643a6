import type { Actor } from '@handoff/core/identity/actor';
import { loadActor } from '@handoff/core/identity/load-actor';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import type { FlowState, Token } from '@handoff/core/flow/flow-state';
import type { Context } from '@handoff/core/platform/context';
import { ConflictError } from '@handoff/core/platform/errors';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { loadVersion, type TicketTypeVersion } from '@handoff/core/ticket-type/load-version';
import { acceptStep } from '@handoff/core/ticket/step/accept-step';
import { cancelTicket } from '@handoff/core/ticket/cancel-ticket';
import { commentTicket } from '@handoff/core/ticket/comment-ticket';
import { createTicket } from '@handoff/core/ticket/create-ticket';
import { decideStep } from '@handoff/core/ticket/step/decide-step';
import { fireTimers } from '@handoff/core/ticket/timer/fire-timers';
import { saveTicketDraft } from '@handoff/core/ticket/save-ticket-draft';
import { submitStep } from '@handoff/core/ticket/step/submit-step';
import { suspendStep } from '@handoff/core/ticket/step/suspend-step';
import { fillForm, type Setting } from './fill-form.ts';
import { notes, titles } from './phrases.ts';
import { seededRandom, type Random } from './random.ts';
import type { SeededCustomer } from './write-customers.ts';
import { writeSubTickets } from './write-sub-tickets.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How a demo ticket's life goes: when it begins, and where it is left. */
interface Story {
  typeKey: keyof typeof titles;
  creator: string;
  startedAt: Date;
  /** What chance decides in this ticket, whatever the others do meanwhile. */
  random: Random;
  /** After so many steps it is left as it is; a large number lets it finish. */
  steps: number;
  ending: 'left' | 'suspended' | 'cancelled' | 'draft';
}

export interface TicketSeeding {
  context: Context;
  customers: readonly SeededCustomer[];
  products: Setting['products'];
  agentIds: Map<string, string>;
  typeIds: Map<string, string>;
}

const creatorsOf = {
  repair: ['li.na', 'chen.yu', 'sun.li', 'ma.li', 'huang.kai'],
  complaint: ['li.na', 'ma.li', 'emily.chen', 'he.jing'],
  'sales-order': ['song.jia', 'gao.yuan'],
} as const;

function inventStory(index: number, now: Date): Story {
  const random = seededRandom(7_000 + index);
  const typeKey = random.pick(['repair', 'repair', 'repair', 'repair', 'complaint', 'sales-order'] as const);
  const isOld = index % 3 !== 0;
  const age = isOld ? random.between(3 * 24 * 60, 40 * 24 * 60) : random.between(5, 30 * 60);
  const endings = index % 40 === 0 ? 'draft' : index % 17 === 0 ? 'cancelled' : index % 11 === 0 ? 'suspended' : 'left';
  return {
    random,
    typeKey,
    creator: random.pick(creatorsOf[typeKey]),
    startedAt: new Date(now.getTime() - age * minuteMs),
    steps: isOld ? 12 : random.between(0, 4),
    ending: endings,
  };
}

/** Plays one ticket through the same use-cases as people do, on a clock of its own. */
class Play {
  private clock: Date;
  private readonly random: Random;
  private readonly actors = new Map<string, Actor>();

  constructor(
    private readonly seeding: TicketSeeding,
    private readonly limit: Date,
    story: Story,
  ) {
    this.clock = story.startedAt;
    this.random = story.random;
  }

  private async as(agentId: string): Promise<Context> {
    const { context } = this.seeding;
    const actor = this.actors.get(agentId) ?? (await loadActor(context.db, agentId));
    if (!actor) throw new Error('a demo agent is missing');
    this.actors.set(agentId, actor);
    const now = this.clock;
    return { ...context, actor, now: () => now, memo: new Map() };
  }

  private pass(lowMinutes: number, highMinutes: number): boolean {
    const next = new Date(this.clock.getTime() + this.random.between(lowMinutes, highMinutes) * minuteMs);
    if (next >= this.limit) return false;
    this.clock = next;
    return true;
  }

  async run(story: Story): Promise<void> {
    const { customers, typeIds, agentIds, products } = this.seeding;
    const { random } = this;
    const creatorId = agentIds.get(story.creator) ?? '';
    const customer = random.pick(customers.filter((one) => one.ownerId === null || one.ownerId === creatorId));
    const typeId = typeIds.get(story.typeKey) ?? '';
    const context = await this.as(creatorId);
    const { currentVersionId } = await context.db
      .selectFrom('ticketType')
      .select('currentVersionId')
      .where('id', '=', typeId)
      .executeTakeFirstOrThrow();
    const version = await loadVersion(context, currentVersionId ?? '');
    const setting: Setting = { customer, products, agentIds: [...agentIds.values()], now: this.clock };
    const startId = version.definition.flow.nodes.find((node) => node.kind === 'start')?.id ?? '';
    const input = {
      typeId,
      title: random.pick(titles[story.typeKey]),
      urgency: random.chance(0.55) ? ('normal' as const) : random.pick(URGENCIES),
      customerId: customer.id,
      answers: fillForm(random, version.definition.form, startId, {}, setting),
    };
    if (story.ending === 'draft') {
      await saveTicketDraft(context, input);
      return;
    }
    const ticketId = await createTicket(context, input);
    for (let step = 0; step < story.steps; step++) {
      if (!(await this.takeStep(ticketId, version, setting))) break;
    }
    await this.end(ticketId, story);
  }

  private async openTokens(ticketId: string): Promise<{ state: FlowState; tokens: Token[] }> {
    const row = await this.seeding.context.db
      .selectFrom('ticket')
      .select('flowState')
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow();
    const state = row.flowState as FlowState;
    return {
      state,
      tokens: state.tokens.filter((token) => token.assigneeId !== null || token.candidateIds.length > 0),
    };
  }

  private async takeStep(ticketId: string, version: TicketTypeVersion, setting: Setting): Promise<boolean> {
    const { context } = this.seeding;
    const { random } = this;
    const { state, tokens } = await this.openTokens(ticketId);
    const [token] = tokens;
    if (!token) return false;
    const agentId = token.assigneeId ?? random.pick(token.candidateIds);
    if (token.acceptedAt === null && nodeOf(version.definition.flow, token.nodeId)?.kind === 'handle') {
      if (!this.pass(3, 90)) return false;
      await this.fire(ticketId);
      await acceptStep(await this.as(agentId), { ticketId, stepId: token.id });
      if (random.chance(0.25)) await commentTicket(await this.as(agentId), { ticketId, body: random.pick(notes) });
      if (random.chance(0.12)) return true;
    }
    if (!this.pass(10, 240)) return false;
    await this.fire(ticketId);
    const at = { ticketId, stepId: token.id };
    const answers = fillForm(random, version.definition.form, token.nodeId, state.answers, {
      ...setting,
      now: this.clock,
    });
    if (nodeOf(version.definition.flow, token.nodeId)?.kind === 'approve') {
      await decideStep(await this.as(agentId), { ...at, isApproved: random.chance(0.85), answers });
    } else {
      await submitStep(await this.as(agentId), { ...at, answers });
    }
    await context.db
      .updateTable('customer')
      .set({ lastContactAt: this.clock })
      .where('id', '=', setting.customer.id)
      .execute();
    return true;
  }

  /** What would have fired by itself until now. */
  private async fire(ticketId: string): Promise<void> {
    const now = this.clock;
    await fireTimers({ ...this.seeding.context, now: () => now, memo: new Map() }, ticketId);
  }

  private async end(ticketId: string, story: Story): Promise<void> {
    const { tokens } = await this.openTokens(ticketId);
    const [token] = tokens;
    const { agentIds } = this.seeding;
    if (!token || !this.pass(5, 30)) return;
    if (story.ending === 'cancelled') {
      await cancelTicket(await this.as(agentIds.get('admin') ?? ''), {
        ticketId,
        reason: '客户取消 The customer no longer needs it.',
      });
    } else if (story.ending === 'suspended' && token.assigneeId && token.acceptedAt !== null) {
      await suspendStep(await this.as(token.assigneeId), {
        ticketId,
        stepId: token.id,
        reason: '等客户发视频 Waiting for the customer’s video.',
      }).catch((error: unknown) => {
        // Not every step may be suspended; the story then goes on as it is.
        if (!(error instanceof ConflictError)) throw error;
      });
    }
  }
}

const sideBySide = 4;

/** Makes tickets in all states, a few of them sub-tickets, by playing them through the product's own use-cases. */
export async function writeTickets(seeding: TicketSeeding, count: number): Promise<void> {
  const now = seeding.context.now();
  const subTickets = Math.ceil(count / 50);
  const stories = Array.from({ length: count - subTickets }, (_, index) => inventStory(index, now));
  stories.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  const playNext = async (): Promise<void> => {
    for (let story = stories.pop(); story; story = stories.pop()) {
      const limit = story.steps >= 12 ? new Date(Math.min(now.getTime(), story.startedAt.getTime() + 6 * dayMs)) : now;
      await new Play(seeding, limit, story).run(story);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, playNext));
  await writeSubTickets(seeding, subTickets);
}
