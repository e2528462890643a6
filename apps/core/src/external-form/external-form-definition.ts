import { z } from 'zod';
import { wordsUpTo } from '../platform/text/localized-text.ts';
import { stableKey } from '../platform/text/stable-key.ts';

export const contactNeedSchema = z.enum(['none', 'optional', 'required']);
export const uploadKindSchema = z.enum(['image', 'document', 'audio_video']);
export type UploadKind = z.infer<typeof uploadKindSchema>;

export const chosenField = z.object({
  key: stableKey,
  isRequired: z.boolean().default(false).meta({ description: 'Asked for here also where the type leaves it open.' }),
  label: wordsUpTo(80).nullish().meta({ description: 'What it is called here; as in the type unless given.' }),
});
export type ChosenField = z.infer<typeof chosenField>;

export const definitionParts = {
  title: wordsUpTo(80),
  intro: wordsUpTo(2000).nullable(),
  thanks: wordsUpTo(2000).nullable().meta({ description: 'Said once it is sent, beside the number.' }),
  fields: z.array(chosenField).max(100).meta({ description: 'In the order in which they are asked.' }),
  contact: contactNeedSchema,
  needsCaptcha: z.boolean(),
  maxFiles: z.int().min(0).max(20).meta({ description: 'Of one submission, in all fields together.' }),
  maxFileMegabytes: z.int().min(1).max(50),
  fileKinds: z.array(uploadKindSchema).max(3).meta({ description: 'By the content of a file, whatever its name.' }),
};

/** What an admin says of an external form: words, fields and options. */
export const externalFormDefinition = z.object(definitionParts);
export type ExternalFormDefinition = z.infer<typeof externalFormDefinition>;

/** What a new form begins with. */
export const defaultOptions = {
  intro: null,
  thanks: null,
  contact: 'required',
  needsCaptcha: true,
  maxFiles: 5,
  maxFileMegabytes: 10,
  fileKinds: ['image', 'document'],
} satisfies Partial<ExternalFormDefinition>;
