import { sql, type RawBuilder } from 'kysely';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/zod-input.ts';
import type { Context } from '../platform/context.ts';
import { sharingSchema } from './sharing.ts';

export const SharingType = enumOf('Sharing', sharingSchema, 'Who has something besides its owner.');

/** Which of the records that can be shared a list shows. */
export const Keeping = builder.enumType('Keeping', {
  description: 'Whose records a list shows.',
  values: {
    OWN: { value: 'own', description: "The viewer's own that are shared with nobody." },
    SHARED: { value: 'shared', description: 'What is shared, as far as the viewer may see it.' },
    ALL: { value: 'all', description: 'Both.' },
  } as const,
});

/** The condition of `keeping` on a table of such records, beside its access rule. */
export const keepingCondition = (
  table: 'quick_reply' | 'macro',
  keeping: 'own' | 'shared' | 'all',
  { actor }: Context,
): RawBuilder<boolean> => {
  const sharing = sql.ref(`${table}.sharing`);
  if (keeping === 'own') return sql`(${sharing} = 'nobody' AND ${sql.ref(`${table}.owner_id`)} = ${actor.agentId})`;
  return keeping === 'shared' ? sql`${sharing} <> 'nobody'` : sql`TRUE`;
};
