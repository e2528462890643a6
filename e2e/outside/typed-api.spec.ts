import { beforeAll, describe, expect, it } from 'vitest';
import { readTicket } from '../support/demo-ticket.ts';
import { agentIds, asPerson, withToken, type Integrator } from '../support/integrator.ts';

let liNa: Integrator;

beforeAll(async () => {
  const admin = await asPerson('admin');
  liNa = await withToken(admin, (await agentIds(admin)).get('li.na') ?? '');
});

const create = `mutation ($input: CreateRepairTicketInput!) {
  createRepairTicket(input: $input) {
    __typename
    ... on CreateTicketSuccess { ticket { id number } }
    ... on ValidationError { issues { path code } }
  }
}`;
const finish = `mutation ($input: SubmitRepair_customerServiceInput!) {
  submitRepair_customerService(input: $input) { __typename ... on ConflictError { code } }
}`;
const answers = {
  contact_phone: '13700137000',
  appliance_kind: 'AIR_CONDITIONER',
  warranty: 'UNKNOWN',
  symptoms: ['ERROR_CODE'],
  error_code: 'E4',
  fault_description: 'Cold air',
  service_address: { region: ['浙江省', '杭州市'], detail: '文三路 90 号' },
};

interface Created {
  createRepairTicket: { __typename: string; ticket: { id: string; number: string } };
}

describe('the typed mutations of a published type', () => {
  it('create a ticket once for a key, and finish its step', async () => {
    const input = { title: '不制热 No heat', answers, clientMutationId: `typed-${Date.now()}` };
    const [one, other] = await Promise.all([1, 2].map(() => liNa.query<Created>(create, { input })));
    expect(one?.createRepairTicket).toMatchObject({ __typename: 'CreateTicketSuccess' });
    expect(other?.createRepairTicket.ticket).toEqual(one?.createRepairTicket.ticket);
    const { id: ticketId, number } = one!.createRepairTicket.ticket;
    const done = await liNa.query<Record<string, { __typename: string }>>(finish, { input: { ticketId, answers: {} } });
    expect(done.submitRepair_customerService).toEqual({ __typename: 'SubmitStepSuccess' });
    expect((await readTicket(liNa, number))?.steps.find(({ isActive }) => isActive)?.nodeId).toBe('diagnosis');
  });

  it('refuse a choice that the form does not have', async () => {
    const input = { title: 'No heat', answers: { ...answers, appliance_kind: 'TOASTER' } };
    const response = await liNa.post({ query: create, variables: { input } });
    expect(await response.text()).toContain('Value \\"TOASTER\\" does not exist in \\"RepairApplianceKind\\" enum');
  });
});
