import { createCookie } from '@remix-run/node';
import { z } from 'zod';

const cookie = createCookie('handoff-columns', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 60 * 60 * 24 * 365,
});

const name = z.string().regex(/^[A-Za-z][\w.-]{0,59}$/);
const choice = z.object({ list: name, columns: z.array(name).max(60).nullable() });
const stored = z.record(name, z.array(name).max(60)).catch({});

/** The columns that this device shows of a list, in their order; null where its own order holds. */
export async function readColumnChoice(request: Request, list: string): Promise<string[] | null> {
  const choices = stored.parse(await cookie.parse(request.headers.get('cookie')));
  return choices[list] ?? null;
}

/** The Set-Cookie value that keeps what `body` chooses for one list, or null if it cannot be read. */
export async function keepColumnChoice(request: Request, body: unknown): Promise<string | null> {
  const chosen = choice.safeParse(body);
  if (!chosen.success) return null;
  const { [chosen.data.list]: _, ...others } = stored.parse(await cookie.parse(request.headers.get('cookie')));
  const { list, columns } = chosen.data;
  return cookie.serialize(columns === null ? others : { ...others, [list]: columns });
}
