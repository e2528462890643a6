import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { solveChallenge } from 'altcha-lib/v1';
import type { Challenge } from 'altcha-lib/v1/types';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { anonymousActor } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { createSecretBox } from '../platform/secret-box.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { makeChallenge } from './captcha.ts';
import { createExternalFormLink } from './create-external-form-link.ts';
import { createExternalForm } from './create-external-form.ts';
import { revokeExternalFormLink } from './revoke-external-form-link.ts';
import { submitExternalForm } from './submit-external-form.ts';
import { updateExternalForm } from './update-external-form.ts';

const secrets = createSecretBox(randomBytes(32).toString('base64'));
const title = { en: 'Ask for a visit', zh: '预约上门' };

let test: TestDatabase;
let desk: ServiceDesk;
let admin: Context & { actor: { agentId: string } };
let stranger: Context;
let formId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  admin = { ...(await desk.hire({ 'external_form.manage': 'all', 'customer.read': 'all' })), secrets };
});
afterAll(() => test.drop());

beforeEach(async () => {
  stranger = {
    ...desk.system,
    actor: anonymousActor,
    secrets,
    origin: { requestId: 'test', ip: `192.0.2.${newId()}` },
  };
  formId = await createExternalForm(admin, { typeId: desk.typeId, title });
  await updateExternalForm(admin, { formId, expectedVersion: 1, needsCaptcha: false, isActive: true });
});

async function linkTo(facts: { maxUses?: number; customerId?: string; expiresAt?: Date } = {}) {
  const linkId = await createExternalFormLink(admin, { formId, name: 'Poster', ...facts });
  const row = await test.database
    .selectFrom('externalFormLink')
    .selectAll()
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow();
  return { linkId, token: secrets.open(row.sealedToken) };
}

const sentBy = (token: string, more: object = {}) => ({
  token,
  submissionKey: newId(),
  answers: { contact_phone: '13805715678' },
  contactName: 'Wang Fang',
  ...more,
});
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: { code: string; issues?: { code: string; path: string[] }[] }) =>
      error.issues?.map(({ code, path }) => `${path.join('.')}:${code}`).join() ?? error.code,
  );
const ticketOf = (number: string) =>
  test.database.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirstOrThrow();

it('makes a ticket in the name of the responsible person, who has yet to accept it', async () => {
  const { token, linkId } = await linkTo();
  const { number } = await submitExternalForm(stranger, sentBy(token));
  const ticket = await ticketOf(number);
  expect(ticket).toMatchObject({
    source: 'external_form',
    creatorId: admin.actor.agentId,
    handlerId: admin.actor.agentId,
    status: 'pending',
    title: 'Ask for a visit · Wang Fang',
  });
  const step = await test.database
    .selectFrom('ticketStep')
    .selectAll()
    .where('ticketId', '=', ticket.id)
    .executeTakeFirstOrThrow();
  expect(step).toMatchObject({ assigneeId: admin.actor.agentId, acceptedAt: null });
  const told = await test.database
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'notification')
    .where('key', 'like', `${ticket.id}%`)
    .execute();
  expect(JSON.stringify(told)).toContain(admin.actor.agentId);
  const link = await test.database
    .selectFrom('externalFormLink')
    .selectAll()
    .where('id', '=', linkId)
    .executeTakeFirst();
  expect(link?.useCount).toBe(1);
});

it('makes one ticket of a submission that is sent twice at once and once more', async () => {
  const { token } = await linkTo({ maxUses: 1 });
  const sent = sentBy(token);
  const results = await Promise.all([submitExternalForm(stranger, sent), submitExternalForm(stranger, sent)]);
  results.push(await submitExternalForm(stranger, sent));
  expect(new Set(results.map(({ number }) => number)).size).toBe(1);
  expect(await codeOf(submitExternalForm(stranger, sentBy(token)))).toBe('link_used');
});

it('makes no more tickets than a link is good for, however many are sent at once', async () => {
  const { token } = await linkTo({ maxUses: 3 });
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(submitExternalForm(stranger, sentBy(token)))));
  expect(codes.filter((code) => code === 'no error')).toHaveLength(3);
  expect(codes.filter((code) => code === 'link_used')).toHaveLength(5);
});

it('says why a link is no longer good', async () => {
  const revoked = await linkTo();
  await revokeExternalFormLink(admin, { linkId: revoked.linkId });
  expect(await codeOf(submitExternalForm(stranger, sentBy(revoked.token)))).toBe('link_revoked');
  const short = await linkTo({ expiresAt: new Date(Date.now() + 60_000) });
  const later = { ...stranger, now: () => new Date(Date.now() + 120_000) };
  expect(await codeOf(submitExternalForm(later, sentBy(short.token)))).toBe('link_expired');
  const { token } = await linkTo();
  await updateExternalForm(admin, { formId, expectedVersion: 2, isActive: false });
  expect(await codeOf(submitExternalForm(stranger, sentBy(token)))).toBe('link_disabled');
  expect(await codeOf(submitExternalForm(stranger, sentBy('f_never-given-out-to-anybody')))).toBe('not_found');
});

it('checks answers as the type does, and takes no field that it was not asked for', async () => {
  const { token } = await linkTo();
  expect(await codeOf(submitExternalForm(stranger, sentBy(token, { answers: {} })))).toContain(
    'answers.contact_phone:required',
  );
  const more = { contact_phone: '13805715678', note: 'not on this form' };
  expect(await codeOf(submitExternalForm(stranger, sentBy(token, { answers: more })))).toContain(
    'answers.note:unknown_field',
  );
});

it('gives the ticket to the customer of a personal link, and asks them for nothing', async () => {
  const customerId = await desk.writeCustomer(null, { name: 'Liu Xiuying' });
  const { token } = await linkTo({ customerId, maxUses: 1 });
  const { number } = await submitExternalForm(stranger, sentBy(token, { contactName: null }));
  expect(await ticketOf(number)).toMatchObject({ customerId, contactName: 'Liu Xiuying' });
});

// Work is proved here as slowly as the machine is busy.
it('takes a solved challenge once, and only of its own link', { timeout: 60_000 }, async () => {
  await updateExternalForm(admin, { formId, expectedVersion: 2, needsCaptcha: true });
  const { token, linkId } = await linkTo();
  const other = await linkTo();
  const solve = async ({ algorithm, challenge, salt, signature, maxnumber }: Challenge) => {
    const solved = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return Buffer.from(JSON.stringify({ algorithm, challenge, salt, signature, number: solved?.number })).toString(
      'base64',
    );
  };
  expect(await codeOf(submitExternalForm(stranger, sentBy(token)))).toBe('captcha:captcha_missing');
  const foreign = await solve(await makeChallenge(stranger, other.linkId));
  expect(await codeOf(submitExternalForm(stranger, sentBy(token, { captcha: foreign })))).toBe('captcha:captcha_wrong');
  const captcha = await solve(await makeChallenge(stranger, linkId));
  expect(await codeOf(submitExternalForm(stranger, sentBy(token, { captcha })))).toBe('no error');
  expect(await codeOf(submitExternalForm(stranger, sentBy(token, { captcha })))).toBe('captcha:captcha_used');
});

it('slows down an address that sends too much', async () => {
  const { token } = await linkTo();
  const codes: string[] = [];
  for (let at = 0; at < 21; at++) codes.push(await codeOf(submitExternalForm(stranger, sentBy(token))));
  expect(codes.slice(0, 20).every((code) => code === 'no error')).toBe(true);
  expect(codes[20]).toBe('too_many_attempts');
});

it('lets somebody who may only send links make them for customers, not for anybody', async () => {
  const sender = { ...(await desk.hire({ 'external_form.send': 'all', 'customer.read': 'self' })), secrets };
  expect(await codeOf(createExternalFormLink(sender, { formId, name: 'For all' }))).toBe('not_permitted');
  const hidden = await desk.writeCustomer(admin.actor.agentId);
  expect(await codeOf(createExternalFormLink(sender, { formId, name: 'x', customerId: hidden }))).toBe('not_found');
  const own = await desk.writeCustomer(sender.actor.agentId);
  expect(await codeOf(createExternalFormLink(sender, { formId, name: 'x', customerId: own }))).toBe('no error');
});

it('refuses to use a form that lacks what every ticket needs', async () => {
  expect(await codeOf(updateExternalForm(admin, { formId, expectedVersion: 2, fields: [] }))).toBe(
    'fields:form_not_whole,fields:form_not_whole',
  );
});
