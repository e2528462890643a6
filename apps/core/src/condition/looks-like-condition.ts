import type { Condition } from './condition.ts';

/** Whether part of a definition, as it was sent in, has the shape of a condition; its schema says if it is a sound one. */
export function looksLikeCondition(part: unknown): part is Condition {
  if (typeof part !== 'object' || part === null) return false;
  if ('field' in part && 'op' in part) return typeof part.field === 'string' && typeof part.op === 'string';
  if ('not' in part) return looksLikeCondition(part.not);
  const parts = 'all' in part ? part.all : 'any' in part ? part.any : null;
  return Array.isArray(parts) && parts.every(looksLikeCondition);
}
