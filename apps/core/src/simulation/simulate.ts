import { initialState } from '../flow/flow-state.ts';
import { emptyBook } from '../ticket/timer/keep-timers.ts';
import { actInSimulation } from './act-in-simulation.ts';
import { letTimePass } from './let-time-pass.ts';
import type { Simulation, SimulationGround } from './simulation.ts';
import type { SimulationStep } from './simulation-input.ts';

/** A run before its first step. */
export const emptySimulation = (startAt: Date): Simulation => ({
  now: startAt,
  state: initialState(),
  facts: {},
  held: null,
  timers: emptyBook('simulation'),
  clocks: [],
  frames: [],
  problem: null,
  lookups: {},
});

/**
 * Runs a made-up ticket through a definition with the engines that run real ones: interpreter, form, clocks. Nothing is
 * written and nothing leaves: what would have been sent stands in the frames. The run ends with its first step that may
 * not happen, which `problem` explains.
 */
export async function simulate(
  ground: SimulationGround,
  startAt: Date,
  steps: readonly SimulationStep[],
): Promise<Simulation> {
  const simulation = emptySimulation(startAt);
  for (const [index, step] of steps.entries()) {
    if (step.act === 'wait') await letTimePass(ground, simulation, index, step.seconds ?? null);
    else await actInSimulation(ground, simulation, index, step);
    if (simulation.problem) break;
  }
  return simulation;
}
