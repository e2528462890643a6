import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import { defaultPreferences, densities, locales, navWidths, themeModes, type Preferences } from './preferences.ts';

const preferencesSchema = z.object({
  locale: z.enum(locales).nullable().catch(defaultPreferences.locale),
  theme: z.enum(themeModes).catch(defaultPreferences.theme),
  density: z.enum(densities).catch(defaultPreferences.density),
  nav: z.enum(navWidths).catch(defaultPreferences.nav),
  singleKeys: z.boolean().catch(defaultPreferences.singleKeys),
  timeZone: z.string().max(64).refine(isTimeZone).nullable().catch(defaultPreferences.timeZone),
});

const changeSchema = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(themeModes).optional(),
  density: z.enum(densities).optional(),
  nav: z.enum(navWidths).optional(),
  singleKeys: z.stringbool().optional(),
  timeZone: z.string().max(64).refine(isTimeZone).optional(),
});

const cookie = createCookie('handoff-preferences', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 60 * 60 * 24 * 365,
});

function isTimeZone(value: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** Reads this device's preferences; what is missing or unreadable falls back to the default. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie.parse(request.headers.get('cookie'));
  return preferencesSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** The Set-Cookie value that keeps `form`'s choices, or null if one of them is not among those offered. */
export async function keepPreferences(request: Request, form: FormData): Promise<string | null> {
  const change = changeSchema.safeParse(Object.fromEntries(form));
  if (!change.success) return null;
  return cookie.serialize({ ...(await readPreferences(request)), ...change.data });
}
