import { entryOf } from '../sla/clock/instant-entry.ts';
import { timeClocks } from '../sla/clock/keep-clocks.ts';
import { nextInstants, type SlaInstant } from '../sla/clock/next-instants.ts';
import type { StoredClock } from '../sla/clock/clock-store.ts';
import type { TimerInput } from '../ticket/timer/write-timers.ts';
import { stopTimer } from '../ticket/timer/keep-timers.ts';
import { moveSimulation, promised } from './move-simulation.ts';
import type { Simulation, SimulationGround } from './simulation.ts';

/** A wait in which more happens than this ends early: a reminder every second for a year would never be over. */
const mostHappenings = 200;

/**
 * Moves a run's clock: what is due on the way happens at its time and in its order (reminders, breaches, escalations,
 * waits, time limits). Without `seconds`, until the next of them.
 */
export async function letTimePass(
  ground: SimulationGround,
  simulation: Simulation,
  step: number,
  seconds: number | null,
): Promise<void> {
  const until = seconds === null ? null : new Date(simulation.now.getTime() + seconds * 1000);
  for (let happened = 0; happened < mostHappenings; happened += 1) {
    const timer = nextTimer(simulation);
    if (!timer || (until && timer.fireAt > until)) break;
    if (timer.fireAt > simulation.now) simulation.now = timer.fireAt;
    if (timer.kind === 'sla') runClocks(ground, simulation, step, timer);
    else await fireTimer(ground, simulation, step, timer);
    if (!until) return;
  }
  if (until && until > simulation.now && !isDueBefore(simulation, until)) simulation.now = until;
}

const isDueBefore = (simulation: Simulation, until: Date): boolean => {
  const timer = nextTimer(simulation);
  return timer !== undefined && timer.fireAt <= until;
};

/** Automatic steps wait for whoever runs the simulation to say how they end. */
export function nextTimer({ timers }: Simulation): TimerInput | undefined {
  return [...timers.running.values()]
    .filter(({ kind }) => kind !== 'automatic')
    .toSorted((a, b) => a.fireAt.getTime() - b.fireAt.getTime())[0];
}

async function fireTimer(
  ground: SimulationGround,
  simulation: Simulation,
  step: number,
  timer: TimerInput,
): Promise<void> {
  const { tokenId, purpose } = timer.payload as { tokenId: string; purpose: 'wait' | 'time_limit' };
  simulation.timers.running.delete(timer.key);
  const token = simulation.state.tokens.find(({ id }) => id === tokenId);
  if (!token) return;
  const event = { type: 'timer_fired', tokenId, purpose, actorId: null } as const;
  const refusal = await moveSimulation(ground, simulation, event, { step, kind: 'timer_fired', nodeId: token.nodeId });
  if (refusal) simulation.problem = { step, issues: [{ path: ['act'], ...refusal }] };
}

function runClocks(ground: SimulationGround, simulation: Simulation, step: number, timer: TimerInput) {
  const { policy, calendar } = promised(ground, simulation.held);
  const { clockId } = timer.payload as { clockId: string };
  stopTimer(simulation.timers, timer.key);
  const clock = simulation.clocks.find(({ id }) => id === clockId);
  const instant = clock && nextInstants(clock.entries, policy, calendar.definition)[0];
  if (!clock || !instant) return;
  const longer = { ...clock, entries: [...clock.entries, entryOf(clock, instant)] };
  simulation.clocks = simulation.clocks.map((one) => (one.id === clockId ? longer : one));
  timeClocks(simulation.timers, [longer], policy, calendar);
  simulation.frames.push(frameOf(simulation, step, clock, instant));
}

const frameOf = (simulation: Simulation, step: number, clock: StoredClock, instant: SlaInstant) => ({
  step,
  at: simulation.now,
  kind: instant.kind,
  actorId: null,
  nodeId: clock.nodeId,
  trace: [],
  effects: [],
  clock: { kind: clock.kind, key: instant.key, to: instant.to },
});
