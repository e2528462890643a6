import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { requireAgent } from './actor.ts';
import { preferences } from './preferences.ts';

export const setPreferenceInput = z.object({
  key: z.string().max(60),
  setting: z.unknown().nullish().meta({ description: 'Null where the preference may have none.' }),
});

/** Keeps one preference. Throws ValidationError for an unknown key or a value that it cannot have. */
export async function setPreference(context: Context, input: z.input<typeof setPreferenceInput>): Promise<void> {
  const agentId = requireAgent(context.actor);
  const { key, setting } = parseInput(setPreferenceInput, input);
  const schema = Object.hasOwn(preferences, key) ? preferences[key as keyof typeof preferences] : null;
  const parsed = schema?.safeParse(setting ?? null);
  if (!schema) {
    throw ValidationError.at('key', 'unknown_preference', {
      en: `There is no such preference. Known ones: ${Object.keys(preferences).join(', ')}.`,
      zh: `没有该偏好设置，可用的有：${Object.keys(preferences).join('、')}。`,
    });
  }
  if (!parsed?.success) {
    throw ValidationError.at('setting', 'not_on_offer', {
      en: `The preference ${key} cannot have this value.`,
      zh: `偏好设置“${key}”不能取此值。`,
    });
  }
  await context.db
    .insertInto('agentPreference')
    .values({ agentId, key, setting: JSON.stringify(parsed.data) })
    .onDuplicateKeyUpdate({ setting: JSON.stringify(parsed.data) })
    .execute();
}
