import type { Database } from '@handoff/prisma';
import { actingAs, writeAgent, writePeople, writeRole } from '../../identity/testing/write-people.ts';
import type { Permission, DataScope } from '../../identity/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';

const said = (text: string) => ({ en: text, zh: text });
const targets = { firstResponseSeconds: 3600, stepSeconds: 3600, completionSeconds: 7200 };
const deskRole = 'desk';

/** One step that its creator handles, over a form with every kind of contact detail; the phone decides a branch. */
const definition: TicketTypeDefinition = {
  key: 'visit',
  name: said('Visit'),
  icon: 'wrench',
  prefix: 'V',
  isSalesOrder: false,
  form: {
    sections: [
      {
        key: 'all',
        label: said('All'),
        columns: 1,
        fields: [
          { type: 'phone', key: 'contact_phone', label: said('Phone'), required: true, searchable: true },
          { type: 'email', key: 'contact_email', label: said('E-mail'), searchable: true },
          { type: 'id_number', key: 'id_number', label: said('Identity number') },
          { type: 'multiline', key: 'note', label: said('Note'), searchable: true },
        ],
      },
    ],
    rules: [],
  },
  flow: {
    fallbackGroup: 'desk',
    nodes: [
      { kind: 'start', id: 'start', name: said('Start') },
      { kind: 'branch', id: 'abroad', name: said('Abroad?') },
      { kind: 'handle', id: 'visit', name: said('Visit'), assignee: { kind: 'creator' } },
      { kind: 'handle', id: 'report', name: said('Report'), assignee: { kind: 'creator' } },
      { kind: 'end', id: 'end', name: said('End'), outcome: 'completed' },
    ],
    edges: [
      { id: 'start_to_abroad', from: 'start', to: 'abroad' },
      {
        id: 'abroad_to_end',
        from: 'abroad',
        to: 'end',
        priority: 1,
        when: { field: 'contact_phone', op: 'starts_with', value: '+44' },
      },
      { id: 'abroad_to_visit', from: 'abroad', to: 'visit', isDefault: true },
      { id: 'visit_to_report', from: 'visit', to: 'report' },
      { id: 'report_to_end', from: 'report', to: 'end' },
    ],
  },
  sla: {
    policies: [
      {
        key: 'standard',
        name: said('Standard'),
        calendar: 'company',
        targets: { low: targets, normal: targets, high: targets, urgent: targets },
        pausesIn: [],
        reminders: [],
        escalations: [],
      },
    ],
  },
  permissions: { create: { groups: [], roles: [deskRole] }, link: { groups: [], roles: [] } },
};

export interface ServiceDesk {
  typeId: string;
  rootId: string;
  system: Context;
  /** Creates an agent with these rights. */
  hire: (grants: Partial<Record<Permission, DataScope>>) => Promise<Context & { actor: { agentId: string } }>;
  writeCustomer: (ownerId?: string | null, facts?: { email?: string; name?: string }) => Promise<string>;
}

/** A company that can make tickets of one type. */
export async function createServiceDesk(database: Database): Promise<ServiceDesk> {
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const { rootId } = await writePeople(database);
  const deskId = await writeRole(database, deskRole, { 'ticket.create': 'all' });
  const system = testContext(database);
  await database
    .insertInto('company')
    .values({ ...at, id: newId(), name: 'Test', shortName: 'Test', zone: 'Asia/Shanghai', locale: 'en' })
    .execute();
  await database
    .insertInto('serviceGroup')
    .values({ ...at, id: newId(), key: 'desk', name: 'Desk', kind: 'voice', strategy: 'longest_idle' })
    .execute();
  const open = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };
  await database
    .insertInto('calendar')
    .values({
      ...at,
      id: newId(),
      key: 'company',
      name: 'Company',
      isDefault: true,
      definition: JSON.stringify({ zone: 'Asia/Shanghai', regular: [open], holidays: [], special: [] }),
    })
    .execute();
  const typeId = await publishTicketType(system, { definition });
  return {
    typeId,
    rootId,
    system,
    hire: async (grants) => {
      const agentId = await writeAgent(database, { rootId, roleId: deskId });
      const roleId = await writeRole(database, agentId.toLowerCase(), grants);
      await database.insertInto('agentRole').values({ agentId, roleId }).execute();
      const context = await actingAs(database, agentId);
      return { ...context, actor: { ...context.actor, agentId } };
    },
    writeCustomer: async (ownerId = null, facts = {}) => {
      const id = newId();
      await database
        .insertInto('customer')
        .values({ ...at, id, name: 'Wang Fang', namePinyin: 'wang fang', kind: 'household', ownerId, ...facts })
        .execute();
      return id;
    },
  };
}
