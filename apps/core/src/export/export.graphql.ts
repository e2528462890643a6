import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { may } from '../identity/actor.ts';
import { Job } from '../job/job.graphql.ts';
import { File } from '../ticket/ticket-history.graphql.ts';
import { viewQuery } from '../view/saved-view-input.ts';
import { ViewList } from '../view/saved-view.graphql.ts';
import { readViewQuery } from '../view/view-list.ts';
import { createExport, exportRight } from './create-export.ts';
import { exportColumns, type ExportColumn } from './export-columns.ts';
import { createExportInput, exportFormatSchema, keptExportDays } from './export-input.ts';

enumOf('ExportFormat', exportFormatSchema);

const ExportColumnType = builder.objectRef<ExportColumn>('ExportColumn').implement({
  description: 'A column that a list can be exported with. A designed field is named `answers.` and its key.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.expose('label', { type: LocalizedTextType }),
  }),
});

builder.queryField('exportColumns', (t) =>
  t.field({
    type: [ExportColumnType],
    description: 'The columns of a list. None for those who may not export it.',
    args: { list: t.arg({ type: ViewList, required: true }) },
    resolve: async (_root, { list }, context) =>
      may(context.actor, exportRight(list)) ? [...(await exportColumns(context, list))] : [],
  }),
);

builder.objectField(Job, 'file', (t) =>
  t.field({
    type: File,
    nullable: true,
    description: `What an export has made, for whoever asked for it; kept for ${keptExportDays} days.`,
    resolve: async (job, _args, { db, actor }) => {
      if (!job.fileId || job.createdById !== actor.agentId) return null;
      return (await db.selectFrom('file').selectAll().where('id', '=', job.fileId).executeTakeFirst()) ?? null;
    },
  }),
);

defineMutation({
  name: 'createExport',
  description:
    'Writes everything that a list shows into a file, with what is covered for the caller covered. Needs ticket.export or customer.export.',
  input: createExportInput,
  run: async (context, input, schema) => {
    if (may(context.actor, exportRight(input.list))) {
      readViewQuery(schema, input.list, viewQuery.parse(input.query));
    }
    return { jobId: await createExport(context, input) };
  },
  fields: (t) => ({ job: t.field({ type: Job, nullable: true, resolve: (result) => result.jobId }) }),
});
