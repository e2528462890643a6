import { createTag } from '@handoff/core/tag/create-tag';
import { changeRecordTags } from '@handoff/core/tag/change-record-tags';
import type { Context } from '@handoff/core/platform/context';
import type { Random } from './random.ts';

const tree: readonly [string, readonly string[]][] = [
  ['上门 Visit', ['改约 Rescheduled', '无人在家 Nobody home', '二次上门 Second visit']],
  ['情绪 Mood', ['加急安抚 Needs care', '表扬 Praise', '投诉风险 May complain']],
  ['配件 Parts', ['缺件 Part missing', '已寄出 Part sent']],
  ['重点客户 Key customer', []],
];

/** The tags of the demo company, by the first part of their names; some tickets and customers carry some. */
export async function writeTags(context: Context, random: Random): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const make = async (name: string, parentId?: string): Promise<string> => {
    const id = await createTag({ ...context, memo: new Map() }, { name, parentId });
    ids.set(name.split(' ')[0] ?? name, id);
    return id;
  };
  for (const [name, below] of tree) {
    const parentId = await make(name);
    for (const child of below) await make(child, parentId);
  }
  const all = [...ids.values()];
  const some = { ...context, memo: new Map() };
  const tickets = await context.db
    .selectFrom('ticket')
    .select('id')
    .where('status', '!=', 'draft')
    .orderBy('id')
    .execute();
  for (const { id } of tickets.filter((_, index) => index % 4 === 0)) {
    await changeRecordTags(some, { owner: { type: 'ticket', id }, add: [random.pick(all)], remove: [] });
  }
  const customers = await context.db.selectFrom('customer').select('id').orderBy('id').limit(200).execute();
  for (const { id } of customers.filter((_, index) => index % 10 === 0)) {
    const add = [ids.get('重点客户') ?? ''].filter(Boolean);
    await changeRecordTags(some, { owner: { type: 'customer', id }, add, remove: [] });
  }
  return ids;
}
