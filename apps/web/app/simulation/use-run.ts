import { useCallback, useEffect, useRef, useState } from 'react';
import { useSave } from '~/admin/use-save.ts';
import type { Fault } from '~/graphql/mutation-result.ts';
import type { Simulation } from './simulation-operations.ts';

/** A step as the API takes it. */
export interface RunStep {
  act: string;
  nodeId?: string | null;
  agentId?: string | null;
  answers?: Readonly<Record<string, unknown>> | null;
  urgency?: string | null;
  customer?: Readonly<Record<string, unknown>>;
  reason?: string | null;
  toNodeId?: string | null;
  toAgentId?: string | null;
  toGroup?: string | null;
  succeeded?: boolean | null;
  seconds?: number | null;
}

export interface RunScript {
  startAt: string;
  steps: readonly RunStep[];
}

export interface Run {
  startAt: string | null;
  steps: readonly RunStep[];
  /** Steps of a past ticket or a test that are still to be done. */
  script: readonly RunStep[];
  simulation: Simulation | null;
  /** What was refused of the step that was tried last. */
  refused: readonly { path: readonly string[]; message: string }[];
  fault: Fault | null;
  isRunning: boolean;
  act: (step: RunStep) => void;
  begin: (startAt: string, step: RunStep) => void;
  load: (script: RunScript) => void;
  next: () => void;
  playAll: () => void;
  back: () => void;
  clear: () => void;
}

interface Tried {
  startAt: string;
  steps: readonly RunStep[];
  script: readonly RunStep[];
}

const nothing: Tried = { startAt: '', steps: [], script: [] };

/**
 * A run of a made-up ticket: its steps are kept here, and each change runs all of them again through the draft as it is
 * saved. A step that is refused is taken back, and the refusal said.
 */
export function useRun(draftId: string, revision: number, action: string): Run {
  const [kept, setKept] = useState<Tried>(nothing);
  const [simulation, setSimulation] = useState<Simulation | null>(null);
  const [refused, setRefused] = useState<Run['refused']>([]);
  const tried = useRef<Tried>(nothing);
  const { save, fault, isSaving } = useSave((value) => {
    const { simulation: found } = value as unknown as { simulation: Simulation };
    const { startAt, steps, script } = tried.current;
    const done = found.problem ? steps.slice(0, found.problem.step) : steps;
    const isCut = done.length < steps.length;
    setKept({ startAt, steps: done, script: isCut ? [] : script });
    setRefused(found.problem?.issues ?? []);
    setSimulation(done.length === 0 ? null : found);
  }, action);
  const run = useCallback(
    (next: Tried) => {
      tried.current = next;
      const { startAt, steps } = next;
      if (steps.length > 0) return save('simulate', { draftId, startAt, steps });
      setKept(next);
      setSimulation(null);
      setRefused([]);
    },
    [draftId, save],
  );

  // The draft was saved again: what was done so far is run through it as it is now.
  const ran = useRef(revision);
  useEffect(() => {
    if (ran.current === revision) return;
    ran.current = revision;
    if (tried.current.steps.length > 0) run(tried.current);
  }, [revision, run]);

  const add = (steps: readonly RunStep[], script: readonly RunStep[]) =>
    run({ startAt: kept.startAt, steps: [...kept.steps, ...steps], script });
  return {
    startAt: kept.startAt || null,
    steps: kept.steps,
    script: kept.script,
    simulation,
    refused,
    fault,
    isRunning: isSaving,
    act: (step) => add([step], kept.script),
    begin: (startAt, step) => run({ startAt, steps: [step], script: [] }),
    load: ({ startAt, steps }) => run({ startAt, steps: steps.slice(0, 1), script: steps.slice(1) }),
    next: () => add(kept.script.slice(0, 1), kept.script.slice(1)),
    playAll: () => add(kept.script, []),
    back: () =>
      run({
        ...kept,
        steps: kept.steps.slice(0, -1),
        script: kept.script.length > 0 ? [...kept.steps.slice(-1), ...kept.script] : [],
      }),
    clear: () => run(nothing),
  };
}
