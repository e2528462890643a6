import { z } from 'zod';

/** Text in a definition that people read, in both languages of the product. */
export const localizedText = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });

/** A text of so many characters at the most that people type, such as a name. The API names the type of each after its input. */
export const wordsUpTo = (most: number) =>
  localizedText.extend({ en: z.string().trim().min(1).max(most), zh: z.string().trim().min(1).max(most) });

export type LocalizedText = z.infer<typeof localizedText>;
export const localeSchema = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof localeSchema>;
