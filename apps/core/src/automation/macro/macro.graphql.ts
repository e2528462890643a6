import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../../graphql/connection.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { Agent, ServiceGroup } from '../../identity/agent.graphql.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError, ValidationError } from '../../platform/errors.ts';
import { Keeping, keepingCondition, SharingType } from '../../sharing/sharing.graphql.ts';
import { sharingSchema } from '../../sharing/sharing.ts';
import { Ticket } from '../../ticket/ticket.graphql.ts';
import { createMacroInput, deleteMacroInput, runMacroInput, updateMacroInput } from './macro-input.ts';
import { previewMacro, runMacro, type MacroLine } from './run-macro.ts';
import {
  createMacro,
  deleteMacro,
  loadVisibleMacros,
  macroSharing,
  updateMacro,
  type MacroRow,
} from './write-macro.ts';

/** A preview locks its ticket and does what it tells of, so a list of them is not asked for at once. */
const mostPreviews = 5;

function countPreview({ memo }: Context): void {
  const before = (memo.get('macro-previews') as number | undefined) ?? 0;
  if (before >= mostPreviews) {
    throw ValidationError.at('preview', 'too_many', {
      en: `A request may hold ${mostPreviews} previews at most.`,
      zh: `每次请求最多预览 ${mostPreviews} 个宏。`,
    });
  }
  memo.set('macro-previews', before + 1);
}

const Macro = recordType<MacroRow>('Macro', loadVisibleMacros);

const lineOutcome = z.enum(['done', 'skipped', 'refused', 'not_reached']);
const LineOutcome = enumOf('MacroLineOutcome', lineOutcome);

const MacroLineType = builder.objectRef<MacroLine>('MacroLine').implement({
  description: 'What one action of a macro would do.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    outcome: t.expose('outcome', { type: LineOutcome }),
    count: t.exposeInt('count', { nullable: true, description: 'How many people would be told.' }),
    reason: t.field({
      type: LocalizedTextType,
      nullable: true,
      description: 'Why it was refused.',
      resolve: (line) => line.fault?.message ?? null,
    }),
  }),
});

Macro.implement({
  description: 'Actions that an agent runs on a ticket with one click.',
  fields: (t) => ({
    name: t.exposeString('name'),
    folder: t.exposeString('folder', { description: 'Empty at the top.' }),
    definition: t.field({ type: 'JSON', resolve: (macro) => macro.definition }),
    isActive: t.exposeBoolean('isActive'),
    sharing: t.field({ type: SharingType, resolve: (macro) => sharingSchema.parse(macro.sharing) }),
    groups: t.loadableList({
      type: ServiceGroup,
      load: (ids: string[], context) => macroSharing.groupsOf(context, ids),
      resolve: (macro) => macro.id,
    }),
    owner: t.field({ type: Agent, nullable: true, resolve: (macro) => macro.ownerId }),
    mayChange: t.boolean({ resolve: (macro, _args, context) => macroSharing.mayChange(context, macro) }),
    preview: t.field({
      type: [MacroLineType],
      nullable: true,
      description: 'What it would do to a ticket as it is now; null where it cannot be run on it.',
      args: { ticketId: t.arg.id({ required: true }) },
      resolve: async (macro, { ticketId }, context) => {
        countPreview(context);
        const id = fromGlobalId('Ticket', ticketId);
        try {
          return id ? await previewMacro(context, { macroId: macro.id, ticketId: id }) : null;
        } catch (error) {
          if (error instanceof DomainError) return null;
          throw error;
        }
      },
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

const order: OrderColumn[] = [
  { column: 'macro.folder', direction: 'asc', valueOf: (row: MacroRow) => row.folder },
  { column: 'macro.name', direction: 'asc', valueOf: (row: MacroRow) => row.name },
  { column: 'macro.id', direction: 'asc', valueOf: (row: MacroRow) => row.id },
];

builder.queryField('macros', (t) =>
  t.connection({
    type: Macro,
    description: "The viewer's own and those shared with them, by folder and name.",
    args: { keeping: t.arg({ type: Keeping, defaultValue: 'all' }) },
    resolve: async (_root, { keeping, ...args }, context) => {
      const query = context.db
        .selectFrom('macro')
        .selectAll()
        .where(macroSharing.inReach(context))
        .where(keepingCondition('macro', keeping ?? 'all', context));
      const page = await readPage(query, order, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

defineMutation({
  name: 'createMacro',
  description: 'Makes a macro. Sharing it needs macro.share.',
  input: createMacroInput,
  run: async (context, input) => ({ id: await createMacro(context, input) }),
  fields: (t) => ({ macro: t.field({ type: Macro, nullable: true, resolve: (result) => result.id }) }),
});

defineMutation({
  name: 'updateMacro',
  description: 'Changes a macro of your own, or a shared one with macro.share.',
  input: updateMacroInput,
  run: async (context, input) => ({ id: await updateMacro(context, input) }),
  fields: (t) => ({ macro: t.field({ type: Macro, nullable: true, resolve: (result) => result.id }) }),
});

defineMutation({
  name: 'deleteMacro',
  description: 'Deletes a macro of your own, or a shared one with macro.share.',
  input: deleteMacroInput,
  run: async (context, input) => ({ id: await deleteMacro(context, input) }),
  fields: (t) => ({ deletedId: t.id({ resolve: (result) => result.id }) }),
});

defineMutation({
  name: 'runMacro',
  description: 'Does all that a macro says to a ticket, as the caller; where one action is refused nothing is done.',
  input: runMacroInput,
  run: async (context, input) => ({ ticketId: await runMacro(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});
