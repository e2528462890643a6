import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A parcel that the server knows. */
export interface FakeParcel {
  number: string;
  carrier: string;
  /** Asked for by carriers that print no full address, such as SF: the last four digits of a phone number. */
  phoneEnd?: string;
  state: string;
  events: { time: string; context: string; areaName?: string }[];
}

export interface FakeKuaidi100 {
  queryUrl: string;
  detectUrl: string;
  customer: string;
  apiKey: string;
  parcels: FakeParcel[];
  /** How many queries arrived. */
  queries: () => number;
  /** Answers every query with this code from now on; null ends it. */
  fail: (returnCode: string | null) => void;
  stop: () => Promise<void>;
}

const messages: Record<string, string> = {
  400: '找不到对应公司',
  408: '快递公司参数异常：验证码错误',
  500: '查询无结果，请隔段时间再查',
  501: '服务器错误',
  502: '服务器繁忙',
  503: '验证签名失败',
  601: 'key已过期',
};

const refusal = (returnCode: string) => ({ result: false, returnCode, message: messages[returnCode] ?? '未知错误' });

const known = new Set(['shunfeng', 'zhongtong', 'yuantong', 'yunda', 'shentong', 'jtexpress', 'jd', 'ems']);

const detected = (number: string): string[] => {
  if (/^SF\d{10,13}$/i.test(number)) return ['shunfeng', 'shunfengkuaiyun'];
  if (/^YT\d{13}$/i.test(number)) return ['yuantong'];
  if (/^JT\d{13}$/i.test(number)) return ['jtexpress'];
  return /^7\d{13}$/.test(number) ? ['zhongtong'] : [];
};

async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(Buffer.concat(parts).toString('utf8')) : null;
}

/**
 * A server that answers as Kuaidi100 documents its real-time query (poll/query.do) and its carrier detection
 * (autonumber/auto): the form, the signature, the codes of its refusals, always with HTTP 200.
 */
export async function startFakeKuaidi100(): Promise<FakeKuaidi100> {
  const customer = 'B16D60211DDFF05F';
  const apiKey = 'sPDrYHei4516';
  const parcels: FakeParcel[] = [];
  let queries = 0;
  let failing: string | null = null;

  const query = (form: URLSearchParams | null): object => {
    queries += 1;
    const param = form?.get('param');
    if (!form || !param || !form.get('sign')) return refusal('400');
    const expected = createHash('md5').update(`${param}${apiKey}${customer}`).digest('hex').toUpperCase();
    if (form.get('customer') !== customer || form.get('sign') !== expected) return refusal('503');
    if (failing) return refusal(failing);
    const { com, num, phone } = JSON.parse(param) as { com?: string; num?: string; phone?: string };
    if (!com || !known.has(com)) return refusal('400');
    const parcel = parcels.find(({ number, carrier }) => number === num && carrier === com);
    if (!parcel) return refusal('500');
    if (parcel.phoneEnd && parcel.phoneEnd !== phone) return refusal('408');
    return {
      message: 'ok',
      nu: num,
      ischeck: parcel.state === '3' ? '1' : '0',
      condition: '00',
      com,
      status: '200',
      state: parcel.state,
      data: parcel.events.map((event) => ({ ...event, ftime: event.time })),
    };
  };

  const detect = (form: URLSearchParams | null): object => {
    if (form?.get('key') !== apiKey) return { returnCode: '601', message: 'key已过期', result: false };
    return detected(form.get('num') ?? '').map((comCode) => ({ comCode, lengthPre: 15, noCount: 100, noPre: '' }));
  };

  const server = createServer((request, response) => {
    void formOf(request).then((form) => {
      const answer = request.url === '/poll/query.do' ? query(form) : detect(form);
      response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' }).end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    queryUrl: `${origin}/poll/query.do`,
    detectUrl: `${origin}/autonumber/auto`,
    customer,
    apiKey,
    parcels,
    queries: () => queries,
    fail: (returnCode) => (failing = returnCode),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
