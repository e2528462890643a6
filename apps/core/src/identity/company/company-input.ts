import { z } from 'zod';
import { localeSchema } from '../../platform/text/localized-text.ts';
import { createAgentInput } from '../agent/agent-input.ts';
import { isTimeZone } from '../preferences.ts';

const facts = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ description: 'What customers read on external forms and in messages.' }),
  shortName: z.string().trim().min(1).max(60).meta({ description: 'What stands over the navigation.' }),
  zone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'name a time zone such as Asia/Shanghai | 请填写时区，例如 Asia/Shanghai')
    .meta({ description: 'The IANA zone in which its days begin and end. Calendars have zones of their own.' }),
  locale: localeSchema,
};

export const foundCompanyInput = z.object({
  name: facts.name,
  zone: facts.zone,
  locale: facts.locale,
  administrator: createAgentInput.pick({ name: true, loginName: true }),
});

export const updateCompanyInput = z
  .object(facts)
  .partial()
  .extend({ expectedVersion: z.int().min(1) });
