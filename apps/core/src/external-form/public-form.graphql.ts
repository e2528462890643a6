import { TooManyAttemptsError } from '../identity/sign-in/login-limit.ts';
import { loadCompany } from '../identity/company/load-company.ts';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { makeChallenge } from './captcha.ts';
import { ContactNeed, ExternalFormLinkState, UploadKind } from './external-form.graphql.ts';
import { submitExternalFormInput } from './external-form-input.ts';
import { linkStateWords } from './link-state-words.ts';
import { countUse, openLink, type OpenedLink } from './open-link.ts';
import { publicForm } from './public-form.ts';
import { submitExternalForm } from './submit-external-form.ts';

interface Page extends OpenedLink {
  companyName: string;
  timeZone: string;
}

const isOpen = ({ state }: Page): boolean => state === 'open';

const ExternalFormPage = builder.objectRef<Page>('ExternalFormPage').implement({
  description: 'What whoever has a link is shown. A link that can not be used shows its title and why.',
  fields: (t) => ({
    state: t.field({ type: ExternalFormLinkState, resolve: (page) => page.state }),
    stateWords: t.field({ type: LocalizedTextType, resolve: (page) => linkStateWords[page.state] }),
    companyName: t.exposeString('companyName'),
    timeZone: t.exposeString('timeZone', { description: "The company's: times that are filled in are meant in it." }),
    title: t.field({ type: LocalizedTextType, resolve: (page) => page.definition.title }),
    intro: t.field({
      type: LocalizedTextType,
      nullable: true,
      resolve: (page): LocalizedText | null => (isOpen(page) ? page.definition.intro : null),
    }),
    form: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The form definition that answers are checked by.',
      resolve: (page) => (isOpen(page) ? publicForm(page.version.definition, page.definition) : null),
    }),
    contact: t.field({
      type: ContactNeed,
      description: 'Whether to ask for name and number; none where the link is for one customer.',
      resolve: (page) => (page.link.customerId ? 'none' : page.definition.contact),
    }),
    needsCaptcha: t.boolean({ resolve: (page) => page.definition.needsCaptcha }),
    maxFiles: t.int({ resolve: (page) => page.definition.maxFiles }),
    maxFileMegabytes: t.int({ resolve: (page) => page.definition.maxFileMegabytes }),
    fileKinds: t.field({ type: [UploadKind], resolve: (page) => page.definition.fileKinds }),
  }),
});

/** Null instead of a token that was never given out. */
async function opened(context: Context, token: string): Promise<OpenedLink | null> {
  try {
    return await openLink(context, token);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

builder.queryField('externalFormPage', (t) =>
  t.field({
    type: ExternalFormPage,
    nullable: true,
    description: 'The form behind a link, for anybody who has its token; counts as a view. Null for an unknown token.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      const found = await opened(context, token);
      if (!found) return null;
      await countUse(context, 'view', found.link);
      const { name, zone } = await loadCompany(context);
      if (found.state === 'open') await countView(context, found);
      return { ...found, companyName: name, timeZone: zone };
    },
  }),
);

async function countView({ db }: Context, { link }: OpenedLink): Promise<void> {
  await db
    .updateTable('externalFormLink')
    .set((eb) => ({ viewCount: eb('viewCount', '+', 1) }))
    .where('id', '=', link.id)
    .execute();
  await db
    .updateTable('externalForm')
    .set((eb) => ({ viewCount: eb('viewCount', '+', 1) }))
    .where('id', '=', link.formId)
    .execute();
}

builder.queryField('externalFormChallenge', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      'A proof of work (ALTCHA, version 1) to be solved before a form is sent; good for ten minutes, once. Null for a link that can not be used.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      const found = await opened(context, token);
      if (found?.state !== 'open') return null;
      await countUse(context, 'view', found.link);
      return makeChallenge(context, found.link.id);
    },
  }),
);

defineMutation({
  name: 'submitExternalForm',
  description:
    'Sends a filled-in form, without signing in; makes one ticket for each submissionKey of a link, and answers a repeat with the first.',
  input: submitExternalFormInput,
  errors: [TooManyAttemptsError],
  // The submission's own key makes a repeat safe; whoever has not signed in has no keys of their own.
  isUnrepeatable: true,
  run: async (context, input) => {
    const { number } = await submitExternalForm(context, input);
    const { definition } = await openLink(context, input.token);
    return { number, thanks: definition.thanks };
  },
  fields: (t) => ({
    number: t.exposeString('number', { description: "The ticket's number, to ask about it by." }),
    thanks: t.field({ type: LocalizedTextType, nullable: true, resolve: (result) => result.thanks }),
  }),
});
