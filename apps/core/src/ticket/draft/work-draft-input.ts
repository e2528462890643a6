import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

export const mostDraftCharacters = 65_536;
/** A person's drafts that are older than this (ms) go when they next save one. */
export const draftLifeMs = 90 * 24 * 60 * 60 * 1000;

const place = {
  ticketId: idOf('Ticket'),
  stepId: z
    .string()
    .min(1)
    .max(60)
    .nullish()
    .meta({ description: "The step's token, as Ticket.steps gives it; null for the composer of notes." }),
};

const content = z
  .record(z.string().max(60), z.unknown())
  .refine(
    (fields) => JSON.stringify(fields).length <= mostDraftCharacters,
    'This is too long to be kept as a draft. Send it, or attach it as a file. | 内容过长，无法保存为草稿，请提交或作为附件上传。',
  );

export const saveWorkDraftInput = z.object({
  ...place,
  content: content.meta({
    description: `What was typed, by field; ${mostDraftCharacters} characters as JSON at most.`,
  }),
});
export const discardWorkDraftInput = z.object(place);

/** The composer of notes, in place of a step. */
export const notePlace = 'note';
