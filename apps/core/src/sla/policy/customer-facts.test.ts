import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomerField, removeCustomerField } from '../../customer/field/change-customer-fields.ts';
import { createCustomer } from '../../customer/create-customer.ts';
import { createField } from '../../field/create-field.ts';
import { followRegistry } from '../../field/load-shared-fields.ts';
import { usesOf } from '../../field/field-uses.ts';
import type { SharedField } from '../../field/shared-field.ts';
import type { Context } from '../../platform/context.ts';
import { checkDefinition } from '../../ticket-type/check-definition.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';

const said = (text: string) => ({ en: text, zh: text });
const contract: SharedField = { type: 'number', key: 'contract_years', label: said('Contract years') };

let test: TestDatabase;
let desk: ServiceDesk;
let admin: Context;
let definition: TicketTypeDefinition;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  admin = await desk.hire({ 'customer_field.manage': 'all', 'customer.write': 'all', 'customer.read': 'all' });
  const fieldId = await createField(desk.system, { definition: contract });
  await addCustomerField(admin, { fieldId });
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition: plain } = await loadVersion(desk.system, currentVersionId ?? '');
  const [standard] = plain.sla.policies;
  if (!standard) throw new Error('no policy');
  const when = { field: 'customer.answers.contract_years', op: 'gte', value: 2 } as const;
  definition = {
    ...plain,
    key: 'contracted',
    prefix: 'C',
    sla: { policies: [{ ...standard, key: 'contract', when }, standard], customerFields: [contract] },
  };
});
afterAll(() => test.drop());

it('lets a chosen field of the customer decide which policy holds', async () => {
  const typeId = await publishTicketType(desk.system, { definition });
  const held = async (years: number | null) => {
    const answers = years === null ? {} : { contract_years: years };
    const customerId = await createCustomer({ ...admin, memo: new Map() }, { name: `Years ${years}`, answers });
    const phone = { contact_phone: '+8613805715678' };
    const id = await createTicket(admin, { typeId, title: 'Visit', customerId, answers: phone });
    return (await test.database.selectFrom('ticket').select('slaPolicy').where('id', '=', id).executeTakeFirstOrThrow())
      .slaPolicy;
  };
  expect(await held(3)).toMatchObject({
    key: 'contract',
    because: [{ field: 'customer.answers.contract_years', actual: 3, holds: true }],
  });
  expect(await held(1)).toMatchObject({ key: 'standard' });
  expect(await held(null)).toMatchObject({ key: 'standard' });
});

it('reads only what the definition brings along, and no contact details', () => {
  const codes = (customerFields: SharedField[]) =>
    checkDefinition({ ...definition, sla: { ...definition.sla, customerFields } }).map(({ path, code }) => [
      path.join('.'),
      code,
    ]);
  expect(codes([contract])).toEqual([]);
  const unknown = [['sla.policies.0.when.field', 'unknown_field']];
  expect(codes([])).toEqual(unknown);
  const phone: SharedField = { type: 'phone', key: 'contract_years', label: said('Phone') };
  expect(codes([phone])).toEqual(unknown);
});

it('is published as the registry has the field, while customers are asked for it', async () => {
  const old = { ...contract, label: said('Before') };
  const draft = { ...definition, sla: { ...definition.sla, customerFields: [old] } };
  const followed = await followRegistry(desk.system, draft);
  expect(followed).toMatchObject({
    faults: [],
    definition: { sla: { customerFields: [{ key: 'contract_years', label: said('Contract years'), isShared: true }] } },
  });
  expect((await usesOf(desk.system, 'contract_years')).map(({ typeId }) => typeId !== null)).toContain(true);
  await removeCustomerField(admin, { key: 'contract_years' });
  expect((await followRegistry(desk.system, draft)).faults).toMatchObject([
    { path: ['sla', 'customerFields', 0], code: 'no_customer_field' },
  ]);
});
