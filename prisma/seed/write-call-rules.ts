import { createDisposition } from '@handoff/core/telephony/disposition/create-disposition';
import { writeGroupDispositions } from '@handoff/core/identity/service-group/write-group-dispositions';
import type { Context } from '@handoff/core/platform/context';

const dispositions = [
  { key: 'solved', label: { en: 'Solved on the phone', zh: '电话解决' } },
  { key: 'ticket', label: { en: 'Ticket opened', zh: '已建工单' } },
  { key: 'progress', label: { en: 'Told about progress', zh: '告知进度' } },
  { key: 'call-back', label: { en: 'Call-back agreed', zh: '约定回拨' } },
  { key: 'complaint', label: { en: 'Complaint taken', zh: '受理投诉' } },
  { key: 'not-reached', label: { en: 'Not reached', zh: '未联系上' } },
  { key: 'wrong-number', label: { en: 'Wrong number', zh: '打错电话' } },
];

/**
 * What calls can come to, and how each group that takes calls handles them; complaints always say what came of them, and
 * go to customer service outside service time.
 */
export async function writeCallRules(context: Context): Promise<void> {
  const ids = new Map<string, string>();
  for (const [position, facts] of dispositions.entries()) {
    ids.set(facts.key, await createDisposition(context, { ...facts, position }));
  }
  const missed = await context.db
    .selectFrom('notReadyReason')
    .select('id')
    .where('key', '=', 'missed-call')
    .executeTakeFirstOrThrow();
  await context.db
    .updateTable('serviceGroup')
    .set({ missedReasonId: missed.id, ringSeconds: 20, wrapUpSeconds: 30 })
    .where('kind', '=', 'voice')
    .execute();
  const groupOf = (key: string) =>
    context.db.selectFrom('serviceGroup').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  const [complaints, service] = [await groupOf('complaints'), await groupOf('customer-service-1')];
  const hours = await context.db
    .selectFrom('calendar')
    .select('id')
    .where('isDefault', '=', true)
    .executeTakeFirstOrThrow();
  await context.db
    .updateTable('serviceGroup')
    .set({ isDispositionRequired: true, calendarId: hours.id, afterHoursGroupId: service.id })
    .where('id', '=', complaints.id)
    .execute();
  const offered = ['complaint', 'progress', 'call-back', 'wrong-number'].flatMap((key) => ids.get(key) ?? []);
  await writeGroupDispositions(context, complaints.id, offered);
}
