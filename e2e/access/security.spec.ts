import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { faultAnswers, typeIdOf } from '../support/demo-ticket.ts';
import { handoffData, handoffUrl } from '../support/instance.ts';
import { agentIds, asPerson, Integrator, withToken } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { unusedNumber } from '../support/phone-number.ts';
import { scriptPayloads } from '../support/script-payloads.ts';
import { cookieValueOf, demoPassword, openSession } from '../support/sign-in.ts';

const setTheme = 'mutation { setPreference(input: { key: "theme", setting: "dark" }) { __typename } }';
const asJson = JSON.stringify({ query: setTheme });

let admin: Integrator;
let liNa: Integrator;
let token: string;
let cookie: string;
const secrets: string[] = [];

const send = (path: string, init: RequestInit): Promise<Response> =>
  fetch(`${handoffUrl()}${path}`, { redirect: 'manual', ...init });

beforeAll(async () => {
  admin = await asPerson('admin');
  liNa = await asPerson('li.na');
  token = await openSession('li.na');
  cookie = `handoff_session=${cookieValueOf(token)}`;
  secrets.push(token, demoPassword());
});

describe('a page of another site', () => {
  const foreign = { origin: 'https://outside.example', 'sec-fetch-site': 'cross-site' };
  const form = 'application/x-www-form-urlencoded';
  const marks: Record<string, string>[] = [
    foreign,
    { origin: 'null' },
    { origin: 'https://outside.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  it.each([
    ['a JSON post', { 'content-type': 'application/json' }, asJson],
    ['a post of plain text', { 'content-type': 'text/plain' }, asJson],
    ['a form post', { 'content-type': form }, new URLSearchParams({ query: setTheme }).toString()],
    ['a post without a type', {}, asJson],
  ])('changes nothing through the API by %s', async (_name, headers, body) => {
    const bare = await send('/graphql', { method: 'POST', headers: { cookie, ...headers }, body });
    expect([bare.status, await bare.text()]).toEqual([403, expect.stringContaining('CSRF')]);
    const abroad = await send('/graphql', { method: 'POST', headers: { cookie, ...foreign, ...headers }, body });
    expect(abroad.status).toBe(403);
    const beside = await send('/graphql', {
      method: 'POST',
      headers: { cookie, authorization: 'x', ...headers },
      body,
    });
    expect(await beside.text()).not.toContain('SetPreferenceSuccess');
  });

  it('changes nothing through the API by GET', async () => {
    const answer = await send(`/graphql?query=${encodeURIComponent(setTheme)}`, {
      headers: { cookie, accept: 'application/json', 'x-handoff-csrf': '1' },
    });
    expect(await answer.text()).not.toContain('SetPreferenceSuccess');
    expect(answer.status).toBe(405);
  });

  it('is not let ask before it posts', async () => {
    const headers = {
      ...foreign,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-handoff-csrf',
    };
    const answer = await send('/graphql', { method: 'OPTIONS', headers });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    '/login',
    '/logout',
    '/preferences',
    '/notifications',
    '/phone',
    '/tickets/acts',
    '/lists/columns',
    '/files',
  ])('acts in nobody’s name by a post to %s', async (path) => {
    for (const headers of marks) {
      for (const type of [form, 'text/plain', 'application/json']) {
        const init = { method: 'POST', headers: { cookie, 'content-type': type, ...headers }, body: 'theme=dark' };
        expect((await send(path, init)).status).toBe(403);
      }
    }
    expect(await liNa.query('{ viewer { mustChangePassword } }')).toBeTruthy();
  });

  it('signs nobody in, who has no cookie yet', async () => {
    const body = new URLSearchParams({ login: 'li.na', password: demoPassword() });
    const answer = await send('/login', { method: 'POST', headers: foreign, body });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('is not where a sign-in leads to', async () => {
    for (const to of ['https://outside.example', '//outside.example', '/\\outside.example', '/\t/outside.example']) {
      const answer = await send(`/login?to=${encodeURIComponent(to)}`, { headers: { cookie } });
      expect([to, answer.headers.get('location')]).toEqual([to, '/']);
    }
  });
});

describe('what is sent', () => {
  it.each(['/login', '/tickets', '/no-such-page'])('says for %s what the page may do', async (path) => {
    const answer = await send(path, { headers: { cookie: path === '/login' ? '' : cookie } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? '';
    expect(scripts).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(scripts).not.toContain('unsafe');
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ])
      expect(policy).toContain(rule);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('has another nonce each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => (await send('/login', {})).headers.get('content-security-policy')),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('an operation', () => {
  const cases: [string, object, number][] = [
    ['as deep as nobody needs', { query: `${'{ a '.repeat(40)}${'}'.repeat(40)}` }, 413],
    [
      'of 51 aliases',
      { query: `{ ${Array.from({ length: 51 }, (_, at) => `a${at}: viewer { mustChangePassword }`).join(' ')} }` },
      413,
    ],
    ['of more words than are read', { query: `{ ${'viewer '.repeat(5_000)} }` }, 200],
    ['whose fragment spreads itself', { query: '{ ...F } fragment F on Query { ...F }' }, 413],
    ['of a megabyte', { query: `{ viewer { mustChangePassword } } # ${'x'.repeat(1_000_000)}` }, 413],
    [
      'that costs too much',
      { query: '{ serviceGroups { members { serviceGroups { members { serviceGroups { id } } } } } }' },
      413,
    ],
    ['in a batch of 21', Array.from({ length: 21 }, () => ({ query: '{ viewer { mustChangePassword } }' })), 413],
  ];

  it.each(cases)('%s is refused', async (_name, body, status) => {
    const answer = await liNa.post(body);
    expect([answer.status, (await answer.text()).slice(0, 300)]).toEqual([status, expect.stringContaining('errors')]);
  });

  it('is told what it cost', async () => {
    const answer = await liNa.post({ query: '{ viewer { mustChangePassword } }' });
    expect(await answer.json()).toMatchObject({ extensions: { cost: { requested: 2, limit: 20_000 } } });
  });
});

describe('an upload', () => {
  const upload = async (name: string, content: string): Promise<string> => {
    const body = new FormData();
    body.set('file', new Blob([content], { type: 'text/html' }), name);
    const answer = await send('/files', { method: 'POST', headers: { cookie }, body });
    expect(answer.status).toBe(200);
    const { id } = (await answer.json()) as { id: string };
    return Buffer.from(id, 'base64').toString().replace('File:', '');
  };

  it.each([
    ['page.html', `<!doctype html><script>alert(1)</script>`],
    ['picture.png', `<!doctype html><script>alert(1)</script>`],
    ['drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`],
    ['feed.xml', `<?xml version="1.0"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></x>`],
  ])('%s comes back as something to keep, not to run', async (name, content) => {
    const answer = await send(`/files/${await upload(name, content)}`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).not.toMatch(/html|svg|javascript/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is somebody’s own until it hangs on a ticket', async () => {
    const id = await upload('note.txt', 'of li.na alone');
    const other = `handoff_session=${cookieValueOf(await openSession('song.jia'))}`;
    expect((await send(`/files/${id}`, { headers: { cookie: other } })).status).toBe(404);
    expect((await send(`/files/${id}`, {})).status).toBe(404);
  });

  it('larger than 52 MB is refused before it is read', async () => {
    const headers = { cookie, 'content-type': 'application/octet-stream' };
    const answer = await send('/files', { method: 'POST', headers, body: new Uint8Array(53 * 1024 * 1024) }).catch(
      () => null,
    );
    expect(answer?.status ?? 413).toBe(413);
  });
});

describe('texts that hold scripts', () => {
  let browser: Browser;
  let context: BrowserContext;
  const ran: string[] = [];
  const outside: string[] = [];
  const numbers: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const typeId = await typeIdOf(liNa, 'repair');
    let ticketId = '';
    for (const [at, payload] of scriptPayloads.entries()) {
      const { customer } = await liNa.act<{ customer: { id: string } }>(
        'createCustomer',
        { name: payload, company: payload, remark: payload, address: payload, phones: [] },
        'customer { id }',
      );
      const input = {
        typeId,
        title: payload,
        customerId: customer.id,
        contactName: payload.slice(0, 100),
        answers: { ...faultAnswers, contact_phone: unusedNumber() },
      };
      const { ticket } = await liNa.act<{ ticket: { id: string; number: string } }>(
        'createTicket',
        input,
        'ticket { id number }',
      );
      numbers.push(ticket.number);
      if (at === 0) ticketId = ticket.id;
      const body = new FormData();
      body.set('file', new Blob([payload]), `${payload}.svg`);
      const stored = await send('/files', { method: 'POST', headers: { cookie }, body });
      const file = (await stored.json()) as { id: string };
      await liNa.act('commentTicket', { ticketId, body: payload, fileIds: [file.id] }, 'ticket { id }');
    }
    context = await browseAs(browser, 'li.na');
    await context.exposeBinding('alert', ({ page }, text) => void ran.push(`${page.url()}: ${String(text)}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== new URL(handoffUrl()).origin) outside.push(request.url());
    });
    context.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
  }, 180_000);
  afterAll(async () => {
    await context?.close();
    await browser?.close();
  });

  it('are shown as they are by every page, where none runs and none loads', async () => {
    const page = await context.newPage();
    // The pages hold a stream open, so the network is never idle; half a second lets what would run do so.
    const open = async (path: string): Promise<void> => {
      await page.goto(path, { waitUntil: 'load' });
      await page.waitForTimeout(500);
    };
    const places = ['/tickets', '/workbench', ...numbers.slice(0, 1), ...numbers.filter((_, at) => at % 8 === 3)];
    for (const place of places) {
      const path = place.startsWith('/') ? place : `/tickets/${place}`;
      await open(path);
      await page.mouse.move(700, 400);
      await page.keyboard.press('Tab');
    }
    await open(`/tickets/${numbers[0] ?? ''}`);
    const text = (await page.textContent('body')) ?? '';
    const shown = scriptPayloads.filter((payload) => text.includes(payload));
    expect(shown.length).toBeGreaterThan(scriptPayloads.length / 2);
    await open(`/tickets?search=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(ran).toEqual([]);
    expect(outside).toEqual([]);
  }, 180_000);

  it('are refused by the policy even where a page would let them through', async () => {
    const page = await context.newPage();
    await page.goto('/tickets');
    await page.evaluate((payloads) => {
      const place = document.createElement('div');
      document.body.append(place);
      for (const payload of payloads.filter((one) => !one.includes('http-equiv'))) place.innerHTML += payload;
    }, scriptPayloads);
    await page.waitForTimeout(1_000);
    expect(ran).toEqual([]);
    // Had one of them run, it would have been seen.
    await page.evaluate('alert("seen")');
    expect(ran).toHaveLength(1);
  });
});

describe('whoever is signed out elsewhere', () => {
  const query = JSON.stringify({
    query: '{ viewer { mustChangePassword } tickets(first: 1) { edges { node { id } } } }',
  });

  /** Follows the tickets from now on; `ended` is all that was told, once the server has ended it. */
  const follow = async (headers: Record<string, string>): Promise<{ ended: Promise<string> }> => {
    const answer = await send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: 'subscription { ticketEvents { eventId } }' }),
    });
    expect(answer.status).toBe(200);
    return { ended: answer.text() };
  };

  it('is out of pages, the API and subscriptions', async () => {
    const other = await openSession('zhou.min');
    const headers = { cookie: `handoff_session=${cookieValueOf(other)}`, 'x-handoff-csrf': '1' };
    secrets.push(other);
    const stream = await follow(headers);
    const person = new Integrator(headers);
    const { viewer } = await person.query<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ viewer { sessions { id isCurrent } } }',
    );
    const sessionId = viewer.sessions.find(({ isCurrent }) => isCurrent)?.id;
    await (await asPerson('zhou.min')).act('revokeSession', { sessionId }, 'sessionId');
    expect((await send('/tickets', { headers })).headers.get('location')).toMatch(/^\/login/);
    const refused = await send('/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: query,
    });
    expect(await refused.text()).toContain('NOT_SIGNED_IN');
    expect(await stream.ended).toContain('NOT_SIGNED_IN');
  });

  it('is out with a token too', async () => {
    const ids = await agentIds(admin);
    const made = await admin.act<{ token: string; apiCredential: { id: string } }>(
      'createApiCredential',
      {
        name: 'To be revoked',
        agentId: ids.get('admin'),
        scopes: ['ticket.read'],
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
      'token apiCredential { id }',
    );
    secrets.push(made.token);
    const headers = { authorization: `Bearer ${made.token}` };
    const stream = await follow(headers);
    await (await withToken(admin, ids.get('admin') ?? '')).query('{ viewer { mustChangePassword } }');
    await admin.act('revokeApiCredential', { credentialId: made.apiCredential.id }, 'apiCredential { id }');
    const refused = await send('/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: query,
    });
    expect(await refused.text()).toContain('NOT_SIGNED_IN');
    expect(await stream.ended).toContain('NOT_SIGNED_IN');
  });
});

describe('the logs', () => {
  it('hold no token, no password and no key', () => {
    const data = handoffData();
    for (const name of ['secret-key', 'database-password']) secrets.push(readFileSync(join(data, name), 'utf8').trim());
    const folder = join(data, 'log');
    const logs = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(logs.length).toBeGreaterThan(0);
    for (const log of logs) {
      const text = readFileSync(join(log.parentPath, log.name), 'utf8');
      for (const secret of secrets) expect(text.includes(secret), `${log.name} holds a secret`).toBe(false);
      expect(text).not.toMatch(/\b(hs|hk)_[\w-]{43}/);
    }
  });
});
