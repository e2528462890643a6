import type { z } from 'zod';
import { findCustomerByPhone } from '../customer/find-customers.sql.ts';
import type { Answers } from '../form/answers.ts';
import { systemActor } from '../identity/actor.ts';
import { loadCompany } from '../identity/company/load-company.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { localize } from '../platform/text/localize.ts';
import { inTransaction } from '../platform/transaction.ts';
import { parseForm } from '../ticket/answer/parse-form.ts';
import { applyFlowEvent } from '../ticket/apply-flow-event.ts';
import { newTicketRow, nextTicketNumber, unmovedTicket } from '../ticket/create-ticket.ts';
import { indexTicket } from '../ticket/index-ticket.ts';
import { attachSubmittedFiles } from './attach-submitted-files.ts';
import { checkSolution, spendChallenge } from './captcha.ts';
import { submitExternalFormInput } from './external-form-input.ts';
import { linkStateWords } from './link-state-words.ts';
import { stateOfLink, type LinkState } from './link-state.ts';
import { countUse, openLink, type OpenedLink } from './open-link.ts';
import { publicForm } from './public-form.ts';

type Sent = z.output<typeof submitExternalFormInput>;

interface Submitted {
  ticketId: string;
  /** What the submitter is told: the ticket's number. */
  number: string;
}

/** The designed field under which ticket types ask for the contact's number. */
const contactField = 'contact_phone';

const closed = (state: LinkState): ConflictError => new ConflictError(`link_${state}`, linkStateWords[state]);

async function findSubmitted(context: Context, linkId: string, key: string): Promise<Submitted | null> {
  const known = await context.db
    .selectFrom('externalFormSubmission')
    .innerJoin('ticket', 'ticket.id', 'externalFormSubmission.ticketId')
    .select(['ticket.id as ticketId', 'ticket.number'])
    .where('externalFormSubmission.linkId', '=', linkId)
    .where('externalFormSubmission.key', '=', key)
    .executeTakeFirst();
  return known ?? null;
}

interface Contact {
  customerId: string | null;
  contactName: string | null;
  contactPhone: string | null;
}

/** Whom the ticket is about: the customer that the link was made for, or whoever the contact's number is known of. */
async function contactOf(context: Context, opened: OpenedLink, sent: Sent, answers: Answers): Promise<Contact> {
  const { customerId } = opened.link;
  if (customerId) {
    const customer = await context.db
      .selectFrom('customer')
      .leftJoin('customerPhone', (join) =>
        join.onRef('customerPhone.customerId', '=', 'customer.id').on('customerPhone.position', '=', 0),
      )
      .select(['customer.name', 'customerPhone.typed'])
      .where('customer.id', '=', customerId)
      .executeTakeFirst();
    if (!customer) throw new NotFoundError('customer');
    return { customerId, contactName: customer.name, contactPhone: customer.typed ?? null };
  }
  const designed = answers[contactField];
  const contactPhone = (typeof designed === 'string' && designed) || sent.contactPhone || null;
  const known = contactPhone ? await findCustomerByPhone(context, contactPhone) : null;
  return { customerId: known?.id ?? null, contactName: sent.contactName || null, contactPhone };
}

function requireContact({ link, definition }: OpenedLink, sent: Sent, answers: Answers): void {
  if (link.customerId || definition.contact !== 'required') return;
  const missing = [
    ...(sent.contactName ? [] : ['contactName']),
    ...(sent.contactPhone || answers[contactField] ? [] : ['contactPhone']),
  ];
  if (missing.length === 0) return;
  const message = { en: 'Fill in this field.', zh: '请填写此项。' };
  throw new ValidationError(missing.map((name) => ({ path: [name], code: 'required', message })));
}

/** Locks the link, so that no more tickets are made with it than it is good for, and says how it is now. */
async function lockLink(context: Context, { link }: OpenedLink): Promise<LinkState> {
  const now = await context.db
    .selectFrom('externalFormLink')
    .selectAll()
    .where('id', '=', link.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const form = await context.db
    .selectFrom('externalForm')
    .select('isActive')
    .where('id', '=', link.formId)
    .executeTakeFirstOrThrow();
  return stateOfLink(now, form.isActive, context.now());
}

async function countSubmission(context: Context, { link }: OpenedLink): Promise<void> {
  const lastUsedAt = context.now();
  await context.db
    .updateTable('externalFormLink')
    .set((eb) => ({ useCount: eb('useCount', '+', 1), lastUsedAt }))
    .where('id', '=', link.id)
    .execute();
  await context.db
    .updateTable('externalForm')
    .set((eb) => ({ submissionCount: eb('submissionCount', '+', 1), lastUsedAt }))
    .where('id', '=', link.formId)
    .execute();
}

async function makeTicket(
  context: Context,
  { form, link, version, definition }: OpenedLink,
  contact: Contact,
  answers: Answers,
  number: string,
): Promise<string> {
  const { locale } = await loadCompany(context);
  const title = localize(definition.title, locale);
  const responsible = await context.db
    .selectFrom('agent')
    .select(['id', 'departmentId'])
    .where('id', '=', form.responsibleId)
    .executeTakeFirstOrThrow();
  const maker = { agentId: responsible.id, departmentId: responsible.departmentId, source: 'external_form' as const };
  const facts = { ...contact, title: contact.contactName ? `${title} · ${contact.contactName}`.slice(0, 200) : title };
  const ticket = unmovedTicket(newTicketRow(context, facts, version, newId(), number, maker));
  await applyFlowEvent(
    context,
    ticket,
    version,
    { type: 'create', urgency: 'normal', answers, creatorId: responsible.id },
    { kind: 'created', body: `${title} · ${link.name}` },
  );
  await indexTicket(context, ticket);
  return ticket.id;
}

/**
 * Makes a ticket of what a stranger filled in, once for each `submissionKey` of a link, however often it is sent. The
 * ticket is made by the system in the name of the form's responsible person, and its flow takes it on from there.
 * Throws ValidationError with paths into the form, ConflictError for a link that is no longer good (link_used,
 * link_expired, link_revoked, link_disabled), TooManyAttemptsError, NotFoundError.
 */
export async function submitExternalForm(
  caller: Context,
  input: z.input<typeof submitExternalFormInput>,
): Promise<Submitted> {
  const opened = await openLink(caller, input.token);
  const sent = parseInput(submitExternalFormInput, input);
  const known = await findSubmitted(caller, opened.link.id, sent.submissionKey);
  if (known) return known;
  await countUse(caller, 'submit', opened.link);
  if (opened.state !== 'open') throw closed(opened.state);
  const context: Context = { ...caller, actor: systemActor, memo: new Map() };
  const shown = publicForm(opened.version.definition, opened.definition);
  const answers = parseForm(shown, sent.answers, { nodeId: '' });
  requireContact(opened, sent, answers);
  const solved = opened.definition.needsCaptcha
    ? await checkSolution(context, opened.link.id, sent.captcha ?? null)
    : null;
  const contact = await contactOf(context, opened, sent, answers);
  const number = await nextTicketNumber(context, opened.version.definition.prefix);
  return inTransaction(context, async (context) => {
    const state = await lockLink(context, opened);
    // Two presses of a button at once: the second has waited for the first.
    const repeated = await findSubmitted(context, opened.link.id, sent.submissionKey);
    if (repeated) return repeated;
    if (state !== 'open') throw closed(state);
    if (solved) await spendChallenge(context, solved);
    const ticketId = await makeTicket(context, opened, contact, answers, number);
    await attachSubmittedFiles(context, { ticketId, form: shown, answers, sent, most: opened.definition.maxFiles });
    await context.db
      .insertInto('externalFormSubmission')
      .values({ linkId: opened.link.id, key: sent.submissionKey, ticketId, at: context.now() })
      .execute();
    await countSubmission(context, opened);
    return { ticketId, number };
  });
}
