import { z } from 'zod';

/** Text in a definition that people read, in both languages of the product. */
export const localizedText = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });

export type LocalizedText = z.infer<typeof localizedText>;
export const localeSchema = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof localeSchema>;
