import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { fromGlobalId } from '../../graphql/global-id.ts';
import { may, requireAgent } from '../../identity/actor.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, NotPermittedError, ValidationError, type Issue } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { defineSharing, sharingSchema } from '../../sharing/sharing.ts';
import { actionIssues } from '../action/check-actions.ts';
import { checkDefinition, formOfType } from '../action/check-definition.ts';
import {
  createMacroInput,
  deleteMacroInput,
  macroDefinition,
  mostOfOne,
  mostShared,
  updateMacroInput,
  type MacroDefinition,
} from './macro-input.ts';

export type MacroRow = Selectable<DB['macro']>;

export const macroSharing = defineSharing({
  table: 'macro',
  groups: 'macro_group',
  key: 'macro_id',
  permission: 'macro.share',
});

export async function loadVisibleMacros(context: Context, ids: readonly string[]): Promise<(MacroRow | null)[]> {
  const query = context.db.selectFrom('macro').selectAll().where('id', 'in', ids);
  return inOrderOf(ids, await query.where(macroSharing.inReach(context)).execute());
}

/** Data leave the company only where somebody who may set that up has said so. */
function outsideIssues(context: Context, { actions }: MacroDefinition): Issue[] {
  if (may(context.actor, 'trigger.manage')) return [];
  return actions.flatMap(({ kind }, index) =>
    kind === 'call_webhook'
      ? [
          {
            path: ['actions', String(index)],
            code: 'not_permitted',
            message: {
              en: 'A call to an outside address needs the right to manage triggers.',
              zh: '调用外部地址需要“管理触发器”权限。',
            },
          },
        ]
      : [],
  );
}

/** Reads a macro's definition. Throws ValidationError that names every fault. */
const checkMacro = (context: Context, input: unknown): Promise<MacroDefinition> =>
  checkDefinition(macroDefinition, input, async (definition) => {
    const typeId = definition.typeId && (fromGlobalId('TicketType', definition.typeId) ?? '');
    const form = await formOfType(context, typeId);
    const ofActions = await actionIssues(context, definition.actions, form);
    return [
      ...ofActions.map((issue) => ({ ...issue, path: ['actions', ...issue.path] })),
      ...outsideIssues(context, definition),
    ];
  });

async function requireRoom(context: Context, ownerId: string, isShared: boolean): Promise<void> {
  const query = context.db.selectFrom('macro').select(({ fn }) => fn.countAll<number>().as('count'));
  const narrowed = isShared ? query.where('sharing', '!=', 'nobody') : query.where('ownerId', '=', ownerId);
  const { count } = await narrowed.executeTakeFirstOrThrow();
  const most = isShared ? mostShared : mostOfOne;
  if (count < most) return;
  throw ValidationError.at('name', 'too_many', {
    en: `There are ${most} macros, which is the most. Delete one first.`,
    zh: `宏最多 ${most} 个，请先删除。`,
  });
}

async function lockMacro(context: Context, id: string, expectedVersion: number): Promise<MacroRow> {
  const [visible] = await loadVisibleMacros(context, [id]);
  if (!visible) throw new NotFoundError('macro');
  if (!macroSharing.mayChange(context, visible)) throw new NotPermittedError('macro.share');
  const row = await context.db.selectFrom('macro').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFoundError('macro');
  if (row.version !== expectedVersion) throw ConflictError.stale(row.version);
  return row;
}

/** Makes a macro, for its maker or, with macro.share, for others too. Returns its id. Throws ValidationError. */
export async function createMacro(context: Context, input: z.input<typeof createMacroInput>): Promise<string> {
  const ownerId = requireAgent(context.actor);
  const { name, folder, sharing, groupIds, ...asked } = parseInput(createMacroInput, input);
  const definition = await checkMacro(context, asked.definition);
  return inTransaction(context, async (context) => {
    await requireRoom(context, ownerId, sharing !== 'nobody');
    const id = newId();
    const now = context.now();
    await insertRows(context, 'macro', [
      { id, ownerId, sharing, folder, name, definition: JSON.stringify(definition), createdAt: now, updatedAt: now },
    ]);
    await macroSharing.share(context, id, 'nobody', sharing, groupIds);
    const changes = { name, sharing, groupIds, definition };
    await recordAudit(context, { action: 'macro.created', subjectType: 'macro', subjectId: id, changes });
    return id;
  });
}

/** Changes what is named. Throws NotFoundError, NotPermittedError, ValidationError, ConflictError. */
export async function updateMacro(context: Context, input: z.input<typeof updateMacroInput>): Promise<string> {
  const { macroId: id, expectedVersion, sharing, groupIds, ...asked } = parseInput(updateMacroInput, input);
  return inTransaction(context, async (context) => {
    const before = await lockMacro(context, id, expectedVersion);
    const was = sharingSchema.parse(before.sharing);
    const known = macroDefinition.parse(before.definition);
    const definition = asked.definition === undefined ? known : await checkMacro(context, asked.definition);
    const facts = {
      name: asked.name ?? before.name,
      folder: asked.folder ?? before.folder,
      isActive: asked.isActive ?? before.isActive,
    };
    await context.db
      .updateTable('macro')
      .set({
        ...facts,
        ...(sharing && { sharing }),
        definition: JSON.stringify(definition),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', id)
      .execute();
    if (sharing) await macroSharing.share(context, id, was, sharing, groupIds ?? []);
    const changes = {
      from: { name: before.name, definition: known, sharing: was },
      to: { ...facts, definition, sharing },
    };
    await recordAudit(context, { action: 'macro.updated', subjectType: 'macro', subjectId: id, changes });
    return id;
  });
}

/** Deletes a macro, for everybody who has it; histories keep its name. Throws NotFoundError, NotPermittedError, ConflictError. */
export async function deleteMacro(context: Context, input: z.input<typeof deleteMacroInput>): Promise<string> {
  const { macroId: id, expectedVersion } = parseInput(deleteMacroInput, input);
  return inTransaction(context, async (context) => {
    const { name, definition } = await lockMacro(context, id, expectedVersion);
    await context.db.deleteFrom('macroGroup').where('macroId', '=', id).execute();
    await context.db.deleteFrom('macro').where('id', '=', id).execute();
    const changes = { name, definition };
    await recordAudit(context, { action: 'macro.deleted', subjectType: 'macro', subjectId: id, changes });
    return id;
  });
}
