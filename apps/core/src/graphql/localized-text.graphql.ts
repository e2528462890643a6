import type { LocalizedText } from '../platform/text/localized-text.ts';
import { builder } from './builder.ts';

export const LocalizedTextType = builder.objectRef<LocalizedText>('LocalizedText').implement({
  description: 'Text that people read, in both languages.',
  fields: (t) => ({
    en: t.exposeString('en'),
    zh: t.exposeString('zh'),
    text: t.string({
      description: "In the caller's language.",
      resolve: (text, _args, { locale }) => text[locale],
    }),
  }),
});
