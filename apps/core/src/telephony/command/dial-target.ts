import { z } from 'zod';
import { customersInReach } from '../../customer/customer-access.ts';
import { findCustomerByPhone } from '../../customer/find-customers.sql.ts';
import type { Answers } from '../../form/answers.ts';
import { valueFields } from '../../form/form-order.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError, ValidationError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { loadVisibleTickets } from '../../ticket/ticket-access.ts';

export const dialCustomerInput = z.object({
  customerPhoneId: idOf('CustomerPhone')
    .nullish()
    .meta({ node: 'CustomerPhone', description: "A customer's number, which may also be a masked one." }),
  ticketId: idOf('Ticket')
    .nullish()
    .meta({ node: 'Ticket', description: 'A ticket whose number is called, which may also be a masked one.' }),
  fieldKey: z
    .string()
    .max(60)
    .nullish()
    .meta({ description: "The phone field of the ticket's form; without it the contact's number is called." }),
  number: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()-]{3,39}$/)
    .nullish()
    .meta({ description: 'A typed number, if it is not that of a record.' }),
});

/** Whom to call, and the record that the number was taken from, for the audit log. */
export interface DialTarget {
  number: string;
  customerId: string | null;
  ticketId: string | null;
  record: { type: 'customer' | 'ticket'; id: string; field: string } | null;
}

async function ofTicket(context: Context, ticketId: string, fieldKey: string | null): Promise<DialTarget> {
  const [ticket] = await loadVisibleTickets(context, [ticketId]);
  if (!ticket) throw new NotFoundError('ticket');
  const { definition } = await loadVersion(context, ticket.versionId);
  const isPhone = valueFields(definition.form).some(({ key, type }) => key === fieldKey && type === 'phone');
  const answer = fieldKey && isPhone ? (ticket.answers as Answers)[fieldKey] : null;
  const number = fieldKey ? answer : ticket.contactPhone;
  if (typeof number !== 'string' || number === '') throw new NotFoundError('phone number');
  const customerId = ticket.customerId ?? (await findCustomerByPhone(context, number))?.id ?? null;
  const field = fieldKey ? `answers.${fieldKey}` : 'contactPhone';
  return { number, customerId, ticketId, record: { type: 'ticket', id: ticketId, field } };
}

async function ofCustomer(context: Context, customerPhoneId: string): Promise<DialTarget> {
  const phone = await context.db
    .selectFrom('customerPhone')
    .innerJoin('customer', 'customer.id', 'customerPhone.customerId')
    .select(['customerPhone.typed', 'customerPhone.e164', 'customerPhone.customerId'])
    .where('customerPhone.id', '=', customerPhoneId)
    .where(await customersInReach(context, 'customer.read'))
    .executeTakeFirst();
  if (!phone) throw new NotFoundError('phone number');
  const { customerId } = phone;
  const record = { type: 'customer', id: customerId, field: 'phones' } as const;
  return { number: phone.e164 ?? phone.typed, customerId, ticketId: null, record };
}

/** Finds the number to call: that of a record that the caller may see, whether it shows in full or not, or a typed one. */
export async function dialTarget(context: Context, input: z.output<typeof dialCustomerInput>): Promise<DialTarget> {
  if (input.customerPhoneId) return ofCustomer(context, input.customerPhoneId);
  if (input.ticketId) return ofTicket(context, input.ticketId, input.fieldKey ?? null);
  if (!input.number)
    throw ValidationError.at('number', 'number_needed', { en: 'Enter whom to call.', zh: '请输入要拨打的号码。' });
  const customer = await findCustomerByPhone(context, input.number);
  return { number: input.number, customerId: customer?.id ?? null, ticketId: null, record: null };
}
