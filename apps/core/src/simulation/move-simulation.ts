import { advance } from '../flow/advance.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { lookupsFor } from '../flow/lookup.ts';
import type { Refusal } from '../flow/refusal.ts';
import { advanceClocks } from '../sla/clock/advance-clocks.ts';
import { causeOfSwitch, timeClocks } from '../sla/clock/keep-clocks.ts';
import { choosePolicy, policyKinds, policyOf, policyValues, type HeldPolicy } from '../sla/policy/hold-policy.ts';
import { keepTimers } from '../ticket/timer/keep-timers.ts';
import type { Simulation, SimulationFrame, SimulationGround } from './simulation.ts';

type WithoutBase<E> = E extends FlowEvent ? Omit<E, 'at' | 'lookups'> : never;
export type SimulatedEvent = WithoutBase<FlowEvent>;

/** The policy that holds for a made-up ticket, with its calendar. */
export function promised({ definition, calendars }: SimulationGround, held: HeldPolicy | null) {
  const policy = policyOf(definition.sla, held);
  const calendar = calendars.get(policy.key);
  if (!calendar) throw new Error(`no calendar for ${policy.key}`);
  return { policy, calendar };
}

/** Moves a made-up ticket by one event, with its clocks and timers. Returns why not, if it may not happen. */
export async function moveSimulation(
  { definition, calendars, look }: SimulationGround,
  simulation: Simulation,
  act: SimulatedEvent,
  told: Pick<SimulationFrame, 'step' | 'kind' | 'nodeId'>,
): Promise<Refusal | null> {
  const { now, state: before } = simulation;
  const asked: FlowEvent = { ...act, at: now.toISOString(), lookups: {} };
  const lookups = await look(lookupsFor(definition, before, asked));
  const advanced = advance(definition, before, { ...asked, lookups });
  if (!advanced.ok) return advanced.refusal;
  const { state: after, effects, trace } = advanced;
  simulation.state = after;
  simulation.lookups = { ...simulation.lookups, ...lookups };
  const held = choosePolicy(
    definition.sla,
    policyValues(after, simulation.facts),
    policyKinds(definition.form, definition.sla),
  );
  const switched = causeOfSwitch(simulation.held, held, before, after);
  const { policy, calendar } = promised({ definition, calendars, look }, held);
  simulation.held = held;
  let made = simulation.clocks.length;
  simulation.clocks = advanceClocks({
    ...{ now, definition, policy, calendar, switched, before, after, effects },
    clocks: simulation.clocks,
    makeId: () => `clock-${(made += 1)}`,
  });
  keepTimers(now, simulation.timers, effects, calendar.definition);
  timeClocks(simulation.timers, simulation.clocks, policy, calendar);
  simulation.frames.push({ ...told, at: now, actorId: act.actorId, trace, effects, clock: null });
  return null;
}
