import { fromGlobalId } from '@handoff/core/graphql/global-id';
import { loadPreferences } from '@handoff/core/identity/load-preferences';
import { preferences as schemas } from '@handoff/core/identity/preferences';
import { DatabaseAwayError } from '@handoff/prisma';
import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import { actorOf } from '~/graphql/actor.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Fault } from '~/graphql/mutation-result.ts';
import { services } from '~/graphql/services.server.ts';
import { defaultPreferences, type Preferences } from './preferences.ts';
import { setPreferenceMutation } from './preference-operations.ts';

const { locale, theme, density, nav, timeZone, startPage, singleKeys, keyboard, watching, foldedTicketColumns } =
  schemas;
const preferencesSchema = z.object({
  locale,
  theme,
  density,
  nav,
  timeZone,
  startPage,
  singleKeys,
  keyboard,
  watching,
  foldedTicketColumns,
});
const keys = Object.keys(preferencesSchema.shape) as (keyof Preferences)[];
const changeSchema = preferencesSchema.partial().strict();

/** What a stranger sees the sign-in page by: a copy of the last person's language and look. */
const cookie = createCookie('handoff-preferences', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 60 * 60 * 24 * 365,
});

/** What can be read of some settings; the rest falls back. */
function readSettings(stored: unknown, fallback: Preferences): Preferences {
  const settings = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const read: Record<string, unknown> = { ...fallback };
  for (const key of keys) {
    const setting = preferencesSchema.shape[key].safeParse(settings[key]);
    if (key in settings && setting.success) read[key] = setting.data;
  }
  return preferencesSchema.parse(read);
}

const ofDevice = async (request: Request): Promise<Preferences> =>
  readSettings(await cookie.parse(request.headers.get('cookie')), defaultPreferences);

const ofAgent = async (request: Request, agentId: string): Promise<Preferences> => {
  const { locale, theme } = await ofDevice(request);
  return readSettings(await loadPreferences(services.db, agentId), { ...defaultPreferences, locale, theme });
};

const serializeCopy = ({ locale, theme, density }: Preferences) => cookie.serialize({ locale, theme, density });

const known = new WeakMap<Request, Promise<Preferences>>();

async function findPreferences(request: Request): Promise<Preferences> {
  // An integrator's answers are in the language that it asks for.
  if (request.headers.has('authorization')) return defaultPreferences;
  try {
    const { agentId } = await actorOf(request);
    return agentId ? await ofAgent(request, agentId) : await ofDevice(request);
  } catch (error) {
    // The page that says so is shown as this device remembers it.
    if (error instanceof DatabaseAwayError) return ofDevice(request);
    throw error;
  }
}

/** What the person behind a request chose; of a stranger, what this device remembers. */
export function readPreferences(request: Request): Promise<Preferences> {
  const preferences = known.get(request) ?? findPreferences(request);
  known.set(request, preferences);
  return preferences;
}

/** The Set-Cookie value that lets the sign-in page look as this person, who has just signed in, wants it. */
export const preferencesCookieOf = async (request: Request, agentId: string): Promise<string> =>
  serializeCopy(await ofAgent(request, fromGlobalId('Agent', agentId) ?? ''));

/** Keeps choices with the person, and their copy on this device. Answers the cookie to set, or why they cannot be kept. */
export async function keepPreferences(
  request: Request,
  sent: unknown,
): Promise<{ setCookie: string } | { fault: Fault | null }> {
  const change = changeSchema.safeParse(sent);
  if (!change.success) return { fault: null };
  const { agentId } = await actorOf(request);
  const before = await readPreferences(request);
  for (const [key, setting] of agentId ? Object.entries(change.data) : []) {
    const { setPreference } = await executeOperation(request, setPreferenceMutation, { input: { key, setting } });
    const outcome = readOutcome(setPreference);
    if (!outcome.ok) return { fault: outcome.fault };
  }
  return { setCookie: await serializeCopy({ ...before, ...change.data }) };
}
