import type { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import { loadOptions, loadParameters } from '../parameter/load-parameters.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError, type Issue } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { parseInput } from '../platform/parse-input.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockCallOf } from '../telephony/command/lock-call-of.ts';
import { noteServiceRecordInput } from './service-record-input.ts';
import { partsOf, templatesOfCalls, type ServiceTemplateRow } from './template-of-call.ts';

interface Value {
  parameterId: string;
  optionId: string;
}

const notOffered = (index: number): Issue => ({
  path: ['values', String(index)],
  code: 'not_offered',
  message: { en: 'This value is not offered here. Choose from the list.', zh: '该值此处不可选，请从列表中选择。' },
});

/** Every value must be asked for and in use, or have been noted before; what has to be answered must be there. */
async function issuesOf(
  context: Context,
  template: ServiceTemplateRow | null,
  values: readonly Value[],
  noted: readonly Value[],
): Promise<Issue[]> {
  const [options, lists] = await Promise.all([loadOptions(context), loadParameters(context)]);
  const isInUse = (parameterId: string) => lists.some(({ id, isActive }) => isActive && id === parameterId);
  const parts = (template ? partsOf(template) : []).filter(({ parameterId }) => isInUse(parameterId));
  const wrong = values.flatMap((value, index) => {
    if (noted.some(({ optionId }) => optionId === value.optionId)) return [];
    const option = options.find(({ id, parameterId }) => id === value.optionId && parameterId === value.parameterId);
    const isAsked = parts.some(({ parameterId }) => parameterId === value.parameterId);
    return option?.isOffered && isAsked ? [] : [notOffered(index)];
  });
  const missing = parts
    .filter(({ parameterId, isRequired }) => isRequired && !values.some((value) => value.parameterId === parameterId))
    .map(({ parameterId }): Issue => {
      const name = lists.find(({ id }) => id === parameterId)?.labels as LocalizedText | undefined;
      return {
        path: ['values', parameterId],
        code: 'required',
        message: { en: `Choose: ${name?.en ?? ''}.`, zh: `请选择：${name?.zh ?? ''}。` },
      };
    });
  return [...wrong, ...missing];
}

/**
 * Notes what a call was about, by the lists that its group's template asks for; whoever had a part in the call may, also
 * later. Returns the call's id. Throws NotFoundError for another's call, ValidationError, ConflictError if somebody noted
 * something since `expectedVersion`.
 */
export async function noteServiceRecord(
  context: Context,
  input: z.input<typeof noteServiceRecordInput>,
): Promise<string> {
  const { callId, expectedVersion, values, remark } = parseInput(noteServiceRecordInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const call = await lockCallOf(context, callId, agentId);
    const before = await context.db
      .selectFrom('serviceRecord')
      .select('version')
      .where('callId', '=', callId)
      .executeTakeFirst();
    const version = before?.version ?? 0;
    if (version !== expectedVersion) throw ConflictError.stale(version);
    const noted = await context.db.selectFrom('serviceRecordValue').selectAll().where('callId', '=', callId).execute();
    const unique = [...new Map(values.map((value) => [value.parameterId, value])).values()];
    const [template = null] = await templatesOfCalls(context, [call]);
    const issues = await issuesOf(context, template, unique, noted);
    if (issues.length > 0) throw new ValidationError(issues);
    const now = context.now();
    const said = {
      agentId,
      templateId: template?.id ?? null,
      remark: remark || null,
      version: version + 1,
      updatedAt: now,
    };
    await context.db
      .insertInto('serviceRecord')
      .values({ callId, ...said, createdAt: now })
      .onDuplicateKeyUpdate(said)
      .execute();
    await context.db.deleteFrom('serviceRecordValue').where('callId', '=', callId).execute();
    if (unique.length > 0) {
      await context.db
        .insertInto('serviceRecordValue')
        .values(unique.map((value) => ({ callId, ...value })))
        .execute();
    }
    await recordEvent(context, { kind: 'service_record.noted', subjectType: 'call', subjectId: callId });
    return callId;
  });
}
