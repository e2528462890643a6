import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { hashToken } from '../identity/sign-in/token.ts';
import { countAttempt } from '../identity/sign-in/login-limit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import type { TicketTypeVersion } from '../ticket-type/load-version.ts';
import { currentDefinition } from './current-definition.ts';
import type { ExternalFormLinkRow, ExternalFormRow } from './external-form-access.ts';
import { externalFormDefinition, type ExternalFormDefinition } from './external-form-definition.ts';
import { stateOfLink, type LinkState } from './link-state.ts';

/** A link with its form, as whoever has the token reaches it. */
export interface OpenedLink {
  link: ExternalFormLinkRow;
  form: ExternalFormRow;
  definition: ExternalFormDefinition;
  version: TicketTypeVersion;
  state: LinkState;
}

const minute = 60;
/** What one address, and all that use one link, may ask for. */
const limits = {
  view: { address: { name: 'form-view', points: 120, seconds: minute } },
  upload: {
    address: { name: 'form-upload', points: 40, seconds: 10 * minute },
    link: { name: 'form-uploads', points: 2_000, seconds: 10 * minute },
  },
  submit: {
    address: { name: 'form-submit', points: 20, seconds: 10 * minute },
    link: { name: 'form-submits', points: 600, seconds: 10 * minute },
  },
} as const;

/** Counts what a stranger does with a link. Throws TooManyAttemptsError that says when to come back. */
export async function countUse(
  context: Context,
  act: keyof typeof limits,
  link: Pick<Selectable<DB['externalFormLink']>, 'id'>,
): Promise<void> {
  const { address, ...rest } = limits[act];
  await countAttempt(context.pool, address, context.origin?.ip ?? 'unknown', context.now());
  if ('link' in rest) await countAttempt(context.pool, rest.link, link.id, context.now());
}

/** What a token leads to, whatever state it is in. Throws NotFoundError for one that was never given out. */
export async function openLink(context: Context, token: string): Promise<OpenedLink> {
  const link = await context.db
    .selectFrom('externalFormLink')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst();
  if (!link) throw new NotFoundError('form');
  const form = await context.db
    .selectFrom('externalForm')
    .selectAll()
    .where('id', '=', link.formId)
    .executeTakeFirstOrThrow();
  const { isActive, ...version } = await currentDefinition(context, form.typeId);
  return {
    link,
    form,
    definition: externalFormDefinition.parse(form.definition),
    version,
    state: stateOfLink(link, form.isActive && isActive, context.now()),
  };
}
