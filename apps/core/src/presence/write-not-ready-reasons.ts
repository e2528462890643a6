import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';

const reasons = [
  { key: 'meal', labels: { en: 'Meal', zh: '用餐' }, isOutgoingAllowed: false },
  { key: 'break', labels: { en: 'Short break', zh: '小休' }, isOutgoingAllowed: false },
  { key: 'training', labels: { en: 'Training', zh: '培训' }, isOutgoingAllowed: true },
  { key: 'missed-call', labels: { en: 'Missed a call', zh: '未接来电' }, isOutgoingAllowed: true },
  { key: 'paperwork', labels: { en: 'Paperwork', zh: '处理文档' }, isOutgoingAllowed: true },
];

/** Writes why people may be not ready, as a company begins with. */
export async function writeNotReadyReasons(context: Context): Promise<void> {
  await context.db
    .insertInto('notReadyReason')
    .values(
      reasons.map(({ labels, ...reason }, position) => ({
        ...reason,
        id: newId(),
        labels: JSON.stringify(labels),
        position,
      })),
    )
    .execute();
}
