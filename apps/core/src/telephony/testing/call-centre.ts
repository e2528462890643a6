import type { Context } from '../../platform/context.ts';
import type { CallEvent } from '@handoff/plugin-sdk';
import type { Database } from '@handoff/prisma';
import { reportEvent } from '../../channel/report-event.ts';
import { systemActor, type Actor } from '../../identity/actor.ts';
import { loadActor } from '../../identity/load-actor.ts';
import { newId } from '../../platform/id.ts';

/** A small call centre in a test database: a channel, a group and its agents, all of whom are ready. */
export interface CallCentre {
  channelIds: string[];
  groupId: string;
  agentIds: string[];
  /** The system's context, or that of an agent. */
  contextOf(actor?: Actor): Context;
  actorOf(agentId: string): Promise<Actor>;
  report(event: Partial<CallEvent> & Pick<CallEvent, 'kind' | 'eventId'>, channel?: number): Promise<void>;
}

export async function createCallCentre(db: Database, agentCount: number): Promise<CallCentre> {
  const at = new Date('2026-03-18T06:30:00Z');
  const stamps = { createdAt: at, updatedAt: at };
  const [departmentId, groupId, roleId] = [newId(), newId(), newId()];
  const agentIds = Array.from({ length: agentCount }, () => newId());
  const channelIds = [newId(), newId()];
  const key = groupId.toLowerCase();

  await db
    .insertInto('department')
    .values({ ...stamps, id: departmentId, name: 'Service', path: `/${departmentId}/` })
    .execute();
  await db
    .insertInto('role')
    .values({ ...stamps, id: roleId, key: roleId, name: 'Agent' })
    .execute();
  await db.insertInto('roleGrant').values({ roleId, permission: 'call.use', scope: 'self' }).execute();
  await db.insertInto('roleGrant').values({ roleId, permission: 'customer.read', scope: 'self' }).execute();
  await db
    .insertInto('serviceGroup')
    .values({ ...stamps, id: groupId, key, name: 'Hotline', kind: 'voice', strategy: 'longest_idle' })
    .execute();
  for (const [index, id] of agentIds.entries()) {
    await db
      .insertInto('agent')
      .values({
        ...stamps,
        id,
        loginName: id,
        name: `Agent ${index}`,
        namePinyin: 'agent',
        passwordHash: '-',
        departmentId,
        reportingPath: `/${id}/`,
      })
      .execute();
    await db.insertInto('agentRole').values({ agentId: id, roleId }).execute();
    await db.insertInto('serviceGroupMember').values({ groupId, agentId: id }).execute();
    await db
      .insertInto('agentPresence')
      .values({ agentId: id, channel: 'voice', state: 'ready', since: new Date(at.getTime() + index) })
      .execute();
  }
  for (const id of channelIds) {
    await db
      .insertInto('channel')
      .values({
        ...stamps,
        id,
        pluginId: 'test',
        kind: 'telephony',
        name: 'Test',
        isActive: true,
        settings: '{}',
        status: 'connected',
      })
      .execute();
  }

  const contextOf = (actor: Actor = systemActor): Context => ({
    db,
    pool: db,
    actor,
    locale: 'en',
    now: () => new Date(),
    memo: new Map(),
  });
  return {
    channelIds,
    groupId,
    agentIds,
    contextOf,
    actorOf: async (agentId) => {
      const actor = await loadActor(db, agentId);
      if (!actor) throw new Error('no such agent');
      return actor;
    },
    report: (event, channel = 0) =>
      reportEvent(contextOf(), channelIds[channel] ?? '', {
        callId: 'call',
        at: new Date(),
        direction: 'inbound',
        customerNumber: '138 0571 5678',
        reason: 'customer_hung_up',
        ...event,
      } as CallEvent),
  };
}
