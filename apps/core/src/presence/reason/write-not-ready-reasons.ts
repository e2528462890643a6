import type { Context } from '../../platform/context.ts';
import { createNotReadyReason } from './create-not-ready-reason.ts';

const reasons = [
  { key: 'meal', label: { en: 'Meal', zh: '用餐' }, isOutgoingAllowed: false },
  { key: 'break', label: { en: 'Short break', zh: '小休' }, isOutgoingAllowed: false },
  { key: 'training', label: { en: 'Training', zh: '培训' }, isOutgoingAllowed: true },
  { key: 'missed-call', label: { en: 'Missed a call', zh: '未接来电' }, isOutgoingAllowed: true },
  { key: 'paperwork', label: { en: 'Paperwork', zh: '处理文档' }, isOutgoingAllowed: true },
];

/** Writes why people may be not ready, as a company begins with. */
export async function writeNotReadyReasons(context: Context): Promise<void> {
  for (const [position, reason] of reasons.entries()) await createNotReadyReason(context, { ...reason, position });
}
