import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Vendor = 'wecom' | 'dingtalk' | 'feishu';

/** A message that a robot has put into its group. */
export interface PostedMessage {
  vendor: Vendor;
  /** What people read in the group. */
  text: string;
  mentioned: string[];
}

export interface FakeRobots {
  urls: Record<Vendor, string>;
  key: string;
  secret: string;
  posted: PostedMessage[];
  /** Answers the next calls with this HTTP status, or this code of the vendor's; null ends it. */
  fail: (failure: { status?: number; code?: number; times?: number } | null) => void;
  /** Lets the limits begin anew. */
  forgetCalls: () => void;
  stop: () => Promise<void>;
}

const hourMs = 60 * 60 * 1000;
const limits: Record<Vendor, number> = { wecom: 20, dingtalk: 20, feishu: 100 };

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

interface Call {
  url: URL;
  body: Record<string, unknown>;
}

type Judged = { code: number; message: string } | Omit<PostedMessage, 'vendor'>;

/**
 * Three vendors' robots as they document themselves: the forms of messages, signatures within an hour, limits a minute, and
 * their codes, which come with HTTP 200.
 */
export async function startFakeRobots({ now = Date.now } = {}): Promise<FakeRobots> {
  const key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'.replace(/x/g, '0');
  const secret = 'SEC1f3a0d7cf5a94f14a0e2c6d2c1a3c9f0';
  const posted: PostedMessage[] = [];
  let calls: { vendor: Vendor; at: number }[] = [];
  let failure: { status?: number; code?: number; times?: number } | null = null;

  const isTooFast = (vendor: Vendor): boolean => {
    calls = [...calls.filter(({ at }) => at > now() - 60_000), { vendor, at: now() }];
    return calls.filter((call) => call.vendor === vendor).length > limits[vendor];
  };

  const wecom = ({ url, body }: Call): Judged => {
    if (url.searchParams.get('key') !== key) return { code: 93000, message: 'invalid webhook url, hint: [1]' };
    if (isTooFast('wecom')) return { code: 45009, message: 'api freq out of limit, hint: [2]' };
    const { msgtype, text, markdown } = body as {
      msgtype?: string;
      text?: { content: string; mentioned_mobile_list?: string[] };
      markdown?: { content: string };
    };
    const content = msgtype === 'markdown' ? markdown?.content : text?.content;
    const most = msgtype === 'markdown' ? 4096 : 2048;
    if (!content || Buffer.byteLength(content) > most)
      return { code: 40058, message: 'markdown.content exceed max length' };
    return {
      text: content,
      mentioned: text?.mentioned_mobile_list ?? [...content.matchAll(/<@([^>]+)>/g)].map(([, login = '']) => login),
    };
  };

  const dingtalk = ({ url, body }: Call): Judged => {
    const timestamp = url.searchParams.get('timestamp') ?? '';
    if (url.searchParams.get('access_token') !== key) return { code: 300001, message: 'token is not exist' };
    if (Math.abs(now() - Number(timestamp)) > hourMs) return { code: 310000, message: 'invalid timestamp' };
    if (url.searchParams.get('sign') !== hmac(secret, `${timestamp}\n${secret}`))
      return { code: 310000, message: 'sign not match' };
    if (isTooFast('dingtalk')) return { code: 130101, message: 'send too fast, exceed 20 times per minute' };
    const { markdown, at } = body as { markdown?: { title: string; text: string }; at?: { atMobiles?: string[] } };
    if (!markdown?.title || !markdown.text) return { code: 40035, message: '缺少参数 json' };
    return {
      text: markdown.text,
      mentioned: (at?.atMobiles ?? []).filter((phone) => markdown.text.includes(`@${phone}`)),
    };
  };

  const feishu = ({ url, body }: Call): Judged => {
    if (!url.pathname.endsWith(`/${key}`))
      return { code: 19001, message: 'param invalid: incoming webhook access token invalid' };
    const { timestamp, sign, msg_type, card } = body as {
      timestamp?: string;
      sign?: string;
      msg_type?: string;
      card?: { header: { title: { content: string } }; elements: { text: { content: string } }[] };
    };
    const isSigned =
      sign === hmac(`${timestamp}\n${secret}`, '') && Math.abs(now() - Number(timestamp) * 1000) <= hourMs;
    if (!isSigned)
      return { code: 19021, message: 'sign match fail or timestamp is not within one hour from current time' };
    if (isTooFast('feishu')) return { code: 11232, message: 'frequency limited psm[lark.oapi.app_platform_runtime]' };
    if (msg_type !== 'interactive' || !card) return { code: 9499, message: 'Bad Request' };
    const content = card.elements.map(({ text }) => text.content).join('\n');
    return {
      text: `${card.header.title.content}\n${content}`,
      mentioned: [...content.matchAll(/<at email=([^>]+)>/g)].map(([, email = '']) => email),
    };
  };

  const vendors = { '/wecom': wecom, '/dingtalk': dingtalk, '/feishu': feishu } as const;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const found = Object.entries(vendors).find(([path]) => url.pathname.startsWith(path));
    const vendor = found?.[0].slice(1) as Vendor;
    const answer = (code: number, message: string): void => {
      const form = vendor === 'feishu' ? { code, msg: message, data: {} } : { errcode: code, errmsg: message };
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(form));
    };
    if (failure && (failure.times ??= Infinity) > 0) {
      failure.times -= 1;
      if (failure.status) response.writeHead(failure.status).end('<html>');
      else answer(failure.code ?? -1, 'failed');
      return;
    }
    if (!found || !body) return void response.writeHead(404).end();
    const judged = found[1]({ url, body });
    if ('code' in judged) return answer(judged.code, judged.message);
    posted.push({ vendor, ...judged });
    answer(0, 'ok');
  };

  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    urls: { wecom: `${origin}/wecom`, dingtalk: `${origin}/dingtalk`, feishu: `${origin}/feishu` },
    key,
    secret,
    posted,
    fail: (next) => (failure = next && { ...next }),
    forgetCalls: () => (calls = []),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
