import type { Kinds, Values } from '../../condition/condition.ts';
import { evaluateCondition, type Reason } from '../../condition/evaluate-condition.ts';
import { changedField, type Happening } from './happening.ts';
import { deepestChain, mostInChain, type TriggerDefinition, type TriggerOn } from './trigger-definition.ts';

/** What a trigger makes of something that happened. `not_asked`: the event is none of its business. */
export type TriggerVerdict = { kind: 'not_asked' } | { kind: 'run' | 'not_met' | 'stopped'; because: Reason[] };

/** Whether a trigger answers to something that happened, whatever its condition says. */
export function answersTo(on: TriggerOn, happening: Pick<Happening, 'events' | 'changes' | 'moved'>): boolean {
  if (!happening.events.includes(on.kind)) return false;
  if (on.kind === 'field_changed' && on.fields.length > 0) {
    return happening.changes.some(({ field }) => on.fields.includes(changedField(field) ?? ''));
  }
  if (on.to.length === 0) return true;
  if (on.kind === 'status_changed') return on.to.includes(happening.moved?.status.to ?? '');
  if (on.kind === 'step_changed') return (happening.moved?.entered ?? []).some((node) => on.to.includes(node));
  return true;
}

/**
 * Says what a trigger does about something that happened, and which comparisons decided. Pure: the same definition,
 * happening and values always give the same answer. Past `deepestChain`, and
 * after `mostInChain` runs that the same beginning has led to, it stops, so that no ring of triggers goes on.
 */
export function evaluateTrigger(
  definition: TriggerDefinition,
  happening: Happening,
  values: Values,
  kinds: Kinds,
  runsBefore = 0,
): TriggerVerdict {
  if (!answersTo(definition.on, happening)) return { kind: 'not_asked' };
  const { holds, because } = definition.when
    ? evaluateCondition(definition.when, values, kinds)
    : { holds: true, because: [] };
  if (!holds) return { kind: 'not_met', because };
  const isRing = happening.depth >= deepestChain || runsBefore >= mostInChain;
  return { kind: isRing ? 'stopped' : 'run', because };
}
