import type { Database } from '@handoff/prisma';
import { newId } from '../../platform/id.ts';
import { at, idAt, insert, stamps, type WrittenWorld } from './access-rows.ts';
import type { AccessWorld } from './access-world.ts';

/** Tickets with their parts, files, recordings, notifications and what only administrators see. */
export async function writeAccessWork(db: Database, world: AccessWorld, to: WrittenWorld): Promise<void> {
  await insert(
    db,
    'ticket',
    world.tickets.map((ticket, at) => ({
      ...stamps,
      id: to.tickets[at],
      number: `N-${at}`,
      typeId: newId(),
      versionId: newId(),
      title: `ticket ${to.tickets[at] ?? ''}`,
      status: ticket.isDraft ? 'draft' : 'in_progress',
      urgency: 'normal',
      urgencyRank: 1,
      customerId: idAt(to.customers, ticket.customer),
      parentId: ticket.parent === at ? null : idAt(to.tickets, ticket.parent),
      creatorId: to.agents[ticket.creator],
      departmentId: to.departments[0],
      answers: '{}',
      flowState: '{}',
      sequence: 1,
      isActive: !ticket.isDraft,
    })),
  );
  await insert(
    db,
    'ticketStep',
    world.tickets.flatMap(({ steps }, index) =>
      steps.map(({ group, assignee, isActive }, step) => ({
        id: newId(),
        ticketId: to.tickets[index],
        tokenId: `t${step}`,
        nodeId: 'n',
        groupId: idAt(to.groups, group),
        assigneeId: idAt(to.agents, assignee),
        since: at,
        isActive,
      })),
    ),
  );
  await insert(
    db,
    'ticketParticipant',
    world.tickets.flatMap(({ creator, others, steps }, index) => {
      const handlers = new Set(steps.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])));
      const row = (agent: number, role: string) => ({
        ticketId: to.tickets[index],
        agentId: to.agents[agent],
        role,
        since: at,
      });
      return [
        row(creator, 'creator'),
        ...others.map((one) => row(one, 'copied')),
        ...[...handlers].map((one) => row(one, 'handler')),
      ];
    }),
  );
  await insert(
    db,
    'file',
    world.files.map(({ uploader, owner }, index) => ({
      id: to.files[index],
      name: `file ${to.files[index] ?? ''}`,
      contentType: 'text/plain',
      sizeBytes: 1,
      sha256: '-',
      ownerType: owner?.kind ?? null,
      ownerId: owner ? (to[owner.kind === 'ticket' ? 'tickets' : 'calls'][owner.at] ?? null) : null,
      uploadedById: idAt(to.agents, uploader),
      createdAt: at,
    })),
  );
  const sounds = world.recordings.map((call) => ({ id: newId(), call }));
  await insert(
    db,
    'file',
    sounds.map(({ id, call }) => ({
      id,
      name: 'sound',
      contentType: 'audio/wav',
      sizeBytes: 1,
      sha256: '-',
      ownerType: 'call',
      ownerId: to.calls[call],
      createdAt: at,
    })),
  );
  await insert(
    db,
    'recording',
    sounds.map(({ id, call }, index) => ({
      id: to.recordings[index],
      callId: to.calls[call],
      fileId: id,
      durationSeconds: 1,
      createdAt: at,
    })),
  );
  await insert(
    db,
    'notification',
    world.notifications.map(({ agent, ticket }, index) => ({
      id: to.notifications[index],
      agentId: to.agents[agent],
      causeId: to.notifications[index],
      kind: 'k',
      subjectType: 'ticket',
      subjectId: to.tickets[ticket],
      params: '{}',
      isActionable: false,
      createdAt: at,
    })),
  );
  await insert(
    db,
    'apiCredential',
    world.credentials.map((agent, index) => ({
      id: to.credentials[index],
      name: 'token',
      agentId: to.agents[agent],
      tokenHash: to.credentials[index],
      hint: '-',
      scopes: '[]',
      createdAt: at,
      expiresAt: at,
    })),
  );
  await insert(
    db,
    'auditEntry',
    to.auditEntries.map((id) => ({ id, action: 'a', subjectType: 's', subjectId: 's', changes: '{}', at })),
  );
  await insert(
    db,
    'channel',
    to.channels.map((id) => ({
      ...stamps,
      id,
      pluginId: 'none',
      kind: 'telephony',
      name: id,
      isActive: false,
      settings: '{}',
      status: 'off',
    })),
  );
}
