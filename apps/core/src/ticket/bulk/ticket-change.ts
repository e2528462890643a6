import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { urgencySchema } from '../ticket-input.ts';

export const ticketChangeKindSchema = z.enum([
  'accept',
  'reassign',
  'change_urgency',
  'comment',
  'suspend',
  'resume',
  'submit',
  'cancel',
  'add_tags',
  'remove_tags',
  'run_macro',
]);
export type TicketChangeKind = z.infer<typeof ticketChangeKindSchema>;

const required = (kinds: readonly TicketChangeKind[]) => `For ${kinds.map((kind) => kind.toUpperCase()).join(', ')}.`;

/** What is done to each ticket, and what that needs. */
export const ticketChange = z
  .object({
    kind: ticketChangeKindSchema,
    toAgentId: idOf('Agent').nullish().meta({ node: 'Agent', description: 'For REASSIGN, unless a group is named.' }),
    toGroupId: idOf('ServiceGroup')
      .nullish()
      .meta({ node: 'ServiceGroup', description: 'For REASSIGN: a group, whose members may then accept the step.' }),
    urgency: urgencySchema.nullish().meta({ description: required(['change_urgency']) }),
    body: z
      .string()
      .trim()
      .max(10_000)
      .nullish()
      .meta({ description: required(['comment']) }),
    tagIds: z
      .array(idOf('Tag'))
      .max(20)
      .nullish()
      .meta({ description: required(['add_tags', 'remove_tags']) }),
    macroId: idOf('Macro')
      .nullish()
      .meta({ node: 'Macro', description: required(['run_macro']) }),
    reason: z.string().trim().max(1000).nullish().meta({ description: 'Needed to suspend and to cancel.' }),
  })
  .superRefine((change, check) => {
    const needed = (
      {
        reassign: 'toAgentId',
        change_urgency: 'urgency',
        comment: 'body',
        suspend: 'reason',
        cancel: 'reason',
        add_tags: 'tagIds',
        remove_tags: 'tagIds',
        run_macro: 'macroId',
      } as const
    )[change.kind as 'reassign'];
    const given = needed && (change[needed] ?? (needed === 'toAgentId' ? change.toGroupId : null));
    if (needed && (Array.isArray(given) ? given.length === 0 : !given)) {
      check.addIssue({ code: 'custom', path: [needed], message: 'This change needs it. | 此操作需要填写。' });
    }
  });
export type TicketChange = z.output<typeof ticketChange>;

const undoable: readonly unknown[] = ['reassign', 'change_urgency', 'suspend', 'resume', 'add_tags', 'remove_tags'];

/** Whether an act makes up for a change; a note stays said, and a ticket that has ended or gone on stays there. */
export const isUndoable = (change: unknown): boolean =>
  typeof change === 'object' && change !== null && 'kind' in change && undoable.includes(change.kind);

/** What taking one ticket's change back needs. */
export const ticketUndo = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reassign'),
    stepId: z.string(),
    /** Whose the step has to be still: the person's, or the group's (by its key). */
    toAgentId: z.string().nullable(),
    toGroup: z.string().nullable().default(null),
    people: z.object({
      assigneeId: z.string().nullable(),
      acceptedAt: z.string().nullable(),
      candidateGroup: z.string().nullable(),
      candidateIds: z.array(z.string()),
      isFallback: z.boolean(),
      countersigners: z.array(z.string()).optional(),
    }),
    /** Whom an approval was asked of then; a group's members take the place of one approver, so no group is named. */
    approverIds: z.array(z.string()).nullable().default(null),
  }),
  z.object({ kind: z.literal('change_urgency'), from: urgencySchema, to: urgencySchema }),
  z.object({ kind: z.literal('tags'), add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ kind: z.literal('suspend'), stepId: z.string() }),
  z.object({ kind: z.literal('resume'), stepId: z.string() }),
]);
export type TicketUndo = z.infer<typeof ticketUndo>;
