import type { z } from 'zod';
import { followRegistry } from '../field/load-shared-fields.ts';
import type { LookupRequest } from '../flow/lookup.ts';
import { requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { answerLookups } from '../ticket/answer/answer-lookups.ts';
import { checkDefinition } from '../ticket-type/check-definition.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { ticketTypeDefinition, type TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { upgradeDefinition } from '../ticket-type/upgrade-definition.ts';
import { simulate } from './simulate.ts';
import type { Simulation, SimulationGround } from './simulation.ts';
import { simulateTicketTypeInput } from './simulation-input.ts';

/** What a run needs of this company: its calendar and its people as they are now, unless `known` says otherwise. */
export async function groundSimulation(
  context: Context,
  definition: TicketTypeDefinition,
  known: Readonly<Record<string, readonly string[]>> = {},
): Promise<SimulationGround> {
  const look = async (requests: readonly LookupRequest[]): Promise<Record<string, readonly string[]>> => {
    const unknown = requests.filter(({ key }) => !Object.hasOwn(known, key));
    const kept = requests.flatMap(({ key }): [string, readonly string[]][] => (known[key] ? [[key, known[key]]] : []));
    return { ...(await answerLookups(context, unknown)).lookups, ...Object.fromEntries(kept) };
  };
  const { policies } = definition.sla;
  const loaded = policies.map(async ({ key, calendar }) => [key, await loadCalendar(context, calendar)] as const);
  return { definition, calendars: new Map(await Promise.all(loaded)), look };
}

/** Reads a definition that is to be run. Throws ValidationError that names every fault. */
export function requireSound(definition: unknown): TicketTypeDefinition {
  const faults = checkDefinition(definition);
  if (faults.length === 0) return ticketTypeDefinition.parse(definition);
  throw new ValidationError(
    faults.map(({ path, code, message }) => ({ path: ['definition', ...path.map(String)], code, message })),
  );
}

/** The definition of a draft as it would be published: with shared fields as the registry has them. Throws NotFoundError. */
export async function readDraftDefinition(context: Context, draftId: string): Promise<unknown> {
  const row = await context.db
    .selectFrom('ticketTypeDraft')
    .select('definition')
    .where('id', '=', draftId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError('ticket type draft');
  return (await followRegistry(context, upgradeDefinition(row.definition))).definition;
}

/** A run over its definition, and what it came to. */
export interface Simulated {
  definition: TicketTypeDefinition;
  ground: SimulationGround;
  startedAt: Date;
  simulation: Simulation;
}

/**
 * Runs a made-up ticket through a draft, a published version or a definition that is sent. Writes nothing, sends nothing.
 * Throws ValidationError that names every fault of the definition, NotFoundError.
 */
export async function simulateTicketType(
  context: Context,
  input: z.input<typeof simulateTicketTypeInput>,
): Promise<Simulated> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { draftId, versionId, definition: sent, startAt, steps } = parseInput(simulateTicketTypeInput, input);
  const source = draftId
    ? await readDraftDefinition(context, draftId)
    : versionId
      ? (await loadVersion(context, versionId)).definition
      : sent;
  if (!source) {
    throw ValidationError.at('draftId', 'required', {
      en: 'Name a draft or a version, or send a definition.',
      zh: '请指定草稿或版本，或提供定义。',
    });
  }
  const definition = requireSound(source);
  const ground = await groundSimulation(context, definition);
  const [first] = steps;
  const asked =
    first?.act === 'create'
      ? [{ ...first, agentId: first.agentId ?? context.actor.agentId }, ...steps.slice(1)]
      : steps;
  const startedAt = startAt ?? context.now();
  return { definition, ground, startedAt, simulation: await simulate(ground, startedAt, asked) };
}
