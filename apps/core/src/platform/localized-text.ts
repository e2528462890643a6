import { z } from 'zod';

/** The languages that the product speaks. */
export const localeSchema = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof localeSchema>;

/** Text that people read, in both languages. */
export const localizedTextSchema = z.object({ en: z.string().min(1).max(2_000), zh: z.string().min(1).max(2_000) });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Picks the reader's language. */
export const localize = (text: LocalizedText, locale: Locale): string => text[locale];
