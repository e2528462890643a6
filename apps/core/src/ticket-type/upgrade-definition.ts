import { upgradeSla } from '../sla/policy/sla-plan.ts';

/** A stored definition, sound or not, in the shape in which definitions are written now. */
export function upgradeDefinition(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('sla' in raw)) return raw;
  return { ...raw, sla: upgradeSla(raw.sla) };
}
