import { advance } from '../flow/advance.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { lookupsFor } from '../flow/lookup.ts';
import type { Refusal } from '../flow/refusal.ts';
import { advanceClocks } from '../sla/clock/advance-clocks.ts';
import { timeClocks } from '../sla/clock/keep-clocks.ts';
import { keepTimers } from '../ticket/timer/keep-timers.ts';
import type { Simulation, SimulationFrame, SimulationGround } from './simulation.ts';

type WithoutBase<E> = E extends FlowEvent ? Omit<E, 'at' | 'lookups'> : never;
export type SimulatedEvent = WithoutBase<FlowEvent>;

/** Moves a made-up ticket by one event, with its clocks and timers. Returns why not, if it may not happen. */
export async function moveSimulation(
  { definition, calendar, look }: SimulationGround,
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
  let made = simulation.clocks.length;
  simulation.clocks = advanceClocks({
    ...{ now, definition, calendar, before, after, effects },
    clocks: simulation.clocks,
    makeId: () => `clock-${(made += 1)}`,
  });
  keepTimers(now, simulation.timers, effects, calendar.definition);
  timeClocks(simulation.timers, simulation.clocks, definition.sla, calendar);
  simulation.frames.push({ ...told, at: now, actorId: act.actorId, trace, effects, clock: null });
  return null;
}
