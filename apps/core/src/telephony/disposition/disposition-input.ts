import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { wordsUpTo } from '../../platform/text/localized-text.ts';
import { recordKey } from '../../platform/text/stable-key.ts';

const label = wordsUpTo(60);
const facts = {
  label,
  position: z.int().min(0).max(1000).meta({ description: 'Its place in the list.' }),
  isActive: z.boolean(),
};

export const createDispositionInput = z.object({
  key: recordKey,
  label,
  position: facts.position.default(0),
});

export const updateDispositionInput = z
  .object(facts)
  .partial()
  .extend({ dispositionId: idOf('Disposition'), expectedVersion: z.int().min(1) });
