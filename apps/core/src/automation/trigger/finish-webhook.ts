import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import type { ActionLine } from './run-trigger.ts';

const refused = (message: string) => ({
  code: 'webhook_refused',
  message: { en: `The call did not get through: ${message}`, zh: `调用未成功：${message}` },
});

/** Writes into a run what came of its call outside. What was no trigger's, or is gone from the log, is left. */
export async function finishWebhook(context: Context, key: string, problem: string | null): Promise<void> {
  const [runId = '', index = ''] = key.split(':');
  await inTransaction(context, async (context) => {
    const run = await context.db
      .selectFrom('triggerRun')
      .select(['result', 'outcome'])
      .where('id', '=', runId)
      .forUpdate()
      .executeTakeFirst();
    const lines = run?.result as ActionLine[] | undefined;
    const line = lines?.[Number(index)];
    if (!run || line?.outcome !== 'waiting') return;
    line.outcome = problem === null ? 'done' : 'failed';
    if (problem !== null) line.fault = refused(problem.slice(0, 200));
    await context.db
      .updateTable('triggerRun')
      .set({ result: JSON.stringify(lines), outcome: problem === null ? run.outcome : 'failed' })
      .where('id', '=', runId)
      .execute();
  });
}
