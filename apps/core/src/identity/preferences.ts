import { z } from 'zod';
import { personSettings } from '../notifier/person/person-settings.ts';
import { localeSchema } from '../platform/text/localized-text.ts';

const viewKey = z.string().min(1).max(60);
const mostViews = 200;

/** What a person chose of a list's views: names of its own lists, or ids of saved views. */
const viewChoices = z.strictObject({
  /** The tabs in their order; what is not named follows. */
  order: z.array(viewKey).max(mostViews).default([]),
  hidden: z.array(viewKey).max(mostViews).default([]),
  /** With which view the list begins. */
  start: viewKey.nullable().default(null),
  /** The columns of a view in their order. */
  columns: z
    .record(viewKey, z.array(z.string().min(1).max(60)).min(1).max(60))
    .refine((views) => Object.keys(views).length <= mostViews, 'too many views | 视图过多')
    .default({}),
});

/** Whether there is an IANA zone of that name. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const keys = z.string().regex(/^\S{1,20}( \S{1,20})?$/);

/** What a person may choose for themself. */
export const preferences = {
  /** Null follows the browser. */
  locale: localeSchema.nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['auto', 'compact', 'standard', 'touch']),
  nav: z.enum(['full', 'rail']),
  /** An IANA zone; null is the company's. */
  timeZone: z.string().max(64).refine(isTimeZone).nullable(),
  startPage: z.enum(['workbench', 'tickets', 'customers']),
  /** Whether single keys act. */
  singleKeys: z.boolean(),
  /** Shortcuts by their name: other keys than the usual ones, or null for none. */
  keyboard: z
    .record(z.string().min(1).max(60), keys.nullable())
    .refine((all) => Object.keys(all).length <= 300, 'too many shortcuts | 快捷键过多'),
  /** The columns of a ticket's page that are out of the way. */
  foldedTicketColumns: z.array(z.enum(['left', 'right'])).max(2),
  initialState: z.enum(['ready', 'not_ready']),
  /** What a person hears of the tickets that they watch. */
  watching: z.strictObject({ comments: z.boolean(), progress: z.boolean() }),
  /** What a person hears outside the product, and when. */
  notifications: personSettings,
  ticketViews: viewChoices,
  customerViews: viewChoices,
  callViews: viewChoices,
} as const;
