import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { wordsUpTo } from '../../platform/text/localized-text.ts';
import { recordKey } from '../../platform/text/stable-key.ts';

const facts = {
  label: wordsUpTo(60),
  isOutgoingAllowed: z.boolean().meta({ description: 'Whether one may call out meanwhile.' }),
  position: z.int().min(0).max(1000).meta({ description: 'Its place in the list.' }),
  isActive: z.boolean(),
};

export const createNotReadyReasonInput = z.object({
  key: recordKey,
  label: facts.label,
  isOutgoingAllowed: facts.isOutgoingAllowed.default(false),
  position: facts.position.default(0),
});

export const updateNotReadyReasonInput = z
  .object(facts)
  .partial()
  .extend({ reasonId: idOf('NotReadyReason'), expectedVersion: z.int().min(1) });
