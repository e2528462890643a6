import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { previewPromises } from './preview-promises.ts';

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

const policy = {
  name: { en: 'Standard', zh: '标准' },
  calendar: 'company',
  targets: {
    low: {},
    normal: { completionSeconds: 86_400 },
    high: { stepSeconds: 60 },
    urgent: { firstResponseSeconds: 1800 },
  },
  pausesIn: [],
  reminders: [],
  escalations: [],
};
const at = new Date('2026-05-04T01:00:00Z');

it('tells when a ticket would be due, most urgent first, and why', async () => {
  const admin = await desk.hire({ 'ticket_type.manage': 'all' });
  const promised = await previewPromises(admin, policy, at);
  expect(promised).toMatchObject([
    { urgency: 'urgent', clock: 'first_response', dueAt: new Date('2026-05-04T01:30:00Z') },
    { urgency: 'high', clock: 'step', dueAt: new Date('2026-05-04T01:01:00Z') },
    { urgency: 'normal', clock: 'completion', dueAt: new Date('2026-05-05T01:00:00Z') },
  ]);
  expect(promised[0]?.why?.en).toBe('due 09:30: 30 min of service time from 09:00');
});

it('is for those who manage ticket types, and names what is wrong with a policy', async () => {
  const agent = await desk.hire({ 'ticket.read': 'all' });
  await expect(previewPromises(agent, policy, at)).rejects.toMatchObject({ code: 'not_permitted' });
  const admin = await desk.hire({ 'ticket_type.manage': 'all' });
  await expect(previewPromises(admin, { ...policy, calendar: 7 }, at)).rejects.toMatchObject({
    issues: [{ path: ['calendar'] }],
  });
});
