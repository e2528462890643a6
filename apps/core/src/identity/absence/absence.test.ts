import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLookups } from '../../ticket/answer/answer-lookups.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import type { Context } from '../../platform/context.ts';
import { forgetKept } from '../../platform/keep-for-a-moment.ts';
import { findDeputies } from './find-deputies.ts';
import { setAbsence } from './set-absence.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const rights = { 'ticket.read': 'all' } as const;

type Person = Context & { actor: { agentId: string } };

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

const people = async (count: number): Promise<Person[]> => {
  const hired: Person[] = [];
  for (let place = 0; place < count; place += 1) hired.push(await desk.hire(rights));
  return hired;
};
const away = (who: Person, deputy: Person, from = inDays(-1), until = inDays(1)) =>
  setAbsence(who, { from, until, deputyId: deputy.actor.agentId });
const standIn = async (who: Person) => (await findDeputies(who, [who.actor.agentId])).get(who.actor.agentId)?.agentId;

describe('an absence', () => {
  it('gives what would be somebody’s to the deputy, in its time only', async () => {
    const [ana, bo] = (await people(2)) as [Person, Person];
    await away(ana, bo, inDays(1), inDays(2));
    expect(await standIn(ana)).toBeUndefined();
    await away(ana, bo);
    expect(await standIn(ana)).toBe(bo.actor.agentId);
    const answers = { contact_phone: '+8613805715678' };
    const ticketId = await createTicket(ana, {
      typeId: desk.typeId,
      title: 'Visit',
      contactPhone: '13805715678',
      answers,
    });
    const step = await test.database
      .selectFrom('ticketStep')
      .select('assigneeId')
      .where('ticketId', '=', ticketId)
      .executeTakeFirstOrThrow();
    expect(step.assigneeId).toBe(bo.actor.agentId);
    await setAbsence(ana, { from: null, until: null, deputyId: null });
    expect(await standIn(ana)).toBeUndefined();
  });

  it('is followed from deputy to deputy, and round in no circle', async () => {
    const [ana, bo, chen] = (await people(3)) as [Person, Person, Person];
    await away(ana, bo);
    await away(bo, chen);
    expect(await standIn(ana)).toBe(chen.actor.agentId);
    const ids = { awayFrom: inDays(-1), awayUntil: inDays(1), deputyId: ana.actor.agentId };
    await test.database.updateTable('agent').set(ids).where('id', '=', chen.actor.agentId).execute();
    forgetKept(chen);
    expect(await standIn(ana)).toBe(chen.actor.agentId);
  });

  it('passes over a member while work is dealt out in a group', async () => {
    const [ana, bo, chen] = (await people(3)) as [Person, Person, Person];
    const group = await test.database.selectFrom('serviceGroup').select('id').executeTakeFirstOrThrow();
    const members = [ana, bo].map(({ actor }) => ({ groupId: group.id, agentId: actor.agentId }));
    await test.database.insertInto('serviceGroupMember').values(members).execute();
    await away(ana, chen);
    const request = { kind: 'group', group: 'desk', strategy: 'least_busy', key: 'dealt' } as const;
    expect(await answerLookups(bo, [request])).toEqual({ lookups: { dealt: [bo.actor.agentId] }, standIns: {} });
  });

  it('needs a deputy who is there, a time that ends, and a right for other people’s', async () => {
    const [ana, bo, chen] = (await people(3)) as [Person, Person, Person];
    await away(bo, chen);
    await expect(away(ana, bo)).rejects.toMatchObject({ issues: [{ code: 'deputy_is_away', path: ['deputyId'] }] });
    await expect(away(ana, ana)).rejects.toMatchObject({ issues: [{ code: 'no_deputy', path: ['deputyId'] }] });
    await expect(away(ana, chen, inDays(2), inDays(1))).rejects.toMatchObject({ issues: [{ path: ['until'] }] });
    await expect(setAbsence(ana, { from: inDays(0) })).rejects.toMatchObject({
      issues: [{ path: ['until'] }, { path: ['deputyId'] }],
    });
    const ofBo = { agentId: bo.actor.agentId, from: null, until: null, deputyId: null };
    await expect(setAbsence(ana, ofBo)).rejects.toMatchObject({ code: 'not_permitted' });
    const admin = await desk.hire({ ...rights, 'agent.manage': 'all' });
    await expect(setAbsence(admin, ofBo)).resolves.toBe(bo.actor.agentId);
  });
});
