import { formFields } from '@handoff/core/form/form-fields';
import { isMasked } from '@handoff/core/platform/text/mask';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import type { VariablesOf } from '~/graphql/graphql.ts';
import type { PickerChoice } from '~/form/picker-input.tsx';
import { urgencyOf } from '../ticket-enums.ts';
import type { Urgency } from '../ticket-marks.tsx';
import type { createTicketMutation } from './new-operations.ts';
import type { loader } from './new-ticket-page.tsx';

type Loaded = Awaited<ReturnType<typeof loader>>;
type CreateInput = VariablesOf<typeof createTicketMutation>['input'];

/** The designed field under which ticket types ask for the contact's number. */
export const contactField = 'contact_phone';

/** What stands in the form of a new ticket. */
export interface NewTicketContent {
  typeId: string;
  customer: PickerChoice | null;
  title: string;
  urgency: string | null;
  contactName: string;
  contactPhone: string;
  answers: Readonly<Record<string, unknown>>;
}

/** What the page holds over a change of the ticket type, which is another form. */
export interface NewTicketDesk {
  content: NewTicketContent | null;
  /** Under which the server keeps it. */
  draftId: string | null;
}

/** What the form of a new ticket begins with: a draft, the customer who was chosen, the ticket it is made of. */
export function beginning({
  draft,
  customer,
  parent,
  typeId,
}: Pick<Loaded, 'draft' | 'customer' | 'parent'> & { typeId: string }): NewTicketContent {
  if (draft) {
    return {
      typeId,
      customer: customer ?? (draft.customer ? { id: draft.customer.id, label: draft.customer.name } : null),
      title: draft.title,
      urgency: urgencyOf(draft.urgency),
      contactName: draft.contactName ?? '',
      contactPhone: draft.contactPhone ?? '',
      answers: draft.answers as Record<string, unknown>,
    };
  }
  const carried = parent?.customer ? { id: parent.customer.id, label: parent.customer.name } : null;
  const parentPhone = parent?.contactPhone && !isMasked(parent.contactPhone) ? parent.contactPhone : '';
  const contactPhone = customer?.phone ?? parentPhone;
  return {
    typeId,
    customer: customer ?? carried,
    title: parent?.title ?? '',
    urgency: 'normal' satisfies Urgency,
    contactName: customer?.label ?? parent?.contactName ?? '',
    contactPhone,
    answers: contactPhone ? { [contactField]: contactPhone } : {},
  };
}

/** What was typed for another ticket type, as far as this one asks for it too. */
export function movedTo(content: NewTicketContent, typeId: string, definition: TicketTypeDefinition): NewTicketContent {
  const known = new Set(formFields(definition.form).map(({ key }) => key));
  const answers = Object.fromEntries(Object.entries(content.answers).filter(([key]) => known.has(key)));
  return { ...content, typeId, answers };
}

/** The content as the mutations take it. A parent's customer and contact that its maker may not see are left to the server. */
export function toInput(
  content: NewTicketContent,
  { parent, callId, draftId }: Pick<Loaded, 'parent' | 'callId'> & { draftId: string | null },
): CreateInput {
  const designed = content.answers[contactField];
  const phone = (typeof designed === 'string' && designed) || content.contactPhone;
  const isOfParent = parent !== null && (!parent.customer || parent.customer.id === content.customer?.id);
  const orCarried = isOfParent ? undefined : null;
  return {
    typeId: content.typeId,
    title: content.title,
    urgency: (content.urgency?.toUpperCase() ?? 'NORMAL') as Uppercase<Urgency>,
    customerId: content.customer?.id ?? (parent && !parent.customer ? undefined : null),
    contactName: content.contactName || orCarried,
    contactPhone: phone || orCarried,
    callId,
    parentId: parent?.id ?? null,
    draftId,
    answers: content.answers,
  };
}
