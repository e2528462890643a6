import type { Integrator } from './integrator.ts';

export interface Step {
  stepId: string;
  nodeId: string;
  isActive: boolean;
  actions: string[];
  assignee: { loginName: string } | null;
}

export interface TicketView {
  id: string;
  number: string;
  status: string;
  revision: number;
  sequence: number;
  handler: { loginName: string } | null;
  steps: Step[];
  history: { sequence: number; kind: string; at: string; body: string | null; actor: { loginName: string } | null }[];
  clocks: { key: string; kind: string; status: string; dueAt: string | null; isBreached: boolean }[];
}

export const ticketFields = `
  id number status revision sequence handler { loginName }
  steps { stepId nodeId isActive actions assignee { loginName } }
  history { sequence kind at body actor { loginName } }
  clocks { key kind status dueAt isBreached }`;

/** The ticket as this person sees it; null where they may not. */
export async function readTicket(integrator: Integrator, number: string): Promise<TicketView | null> {
  const query = `query ($number: String!) { ticket(number: $number) { ${ticketFields} } }`;
  const { ticket } = await integrator.query<{ ticket: TicketView | null }>(query, { number });
  return ticket;
}

/** The step at which the ticket stands, as this person sees it. */
export async function presentStep(integrator: Integrator, number: string): Promise<{ ticketId: string } & Step> {
  const ticket = await readTicket(integrator, number);
  const step = ticket?.steps.find(({ isActive }) => isActive);
  if (!ticket || !step) throw new Error(`${number} has no active step`);
  return { ...step, ticketId: ticket.id };
}

/** Accepts the present step where that is still to be done, and submits it. */
export async function finishStep(integrator: Integrator, number: string, answers: object): Promise<void> {
  const { ticketId, stepId, actions } = await presentStep(integrator, number);
  if (actions.includes('ACCEPT')) await integrator.act('acceptStep', { ticketId, stepId }, 'ticket { id }');
  await integrator.act('submitStep', { ticketId, stepId, answers }, 'ticket { id }');
}

/** The id of a ticket type, by its key. */
export async function typeIdOf(integrator: Integrator, key: string): Promise<string> {
  const { ticketTypes } = await integrator.query<{ ticketTypes: { id: string; key: string }[] }>(
    '{ ticketTypes { id key } }',
  );
  const type = ticketTypes.find((one) => one.key === key);
  if (!type) throw new Error(`no ticket type ${key}`);
  return type.id;
}

export const faultAnswers = {
  contact_phone: '+8613700137000',
  service_address: { region: ['浙江省', '杭州市', '西湖区'], detail: '文三路 90 号' },
  appliance_kind: 'air_conditioner',
  warranty: 'unknown',
  symptoms: ['error_code'],
  error_code: 'E4',
  fault_description: '显示 E4,不制冷。 Shows E4 and does not cool.',
};

export const remoteDiagnosis = { diagnosis_result: 'remote', diagnosis_note: '重置控制板。 Reset the board.' };
export const solved = { is_solved: 'yes', satisfaction: '5' };
