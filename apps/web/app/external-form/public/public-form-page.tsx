import './public-form.css';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { newId } from '@handoff/core/platform/id';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FormatProvider } from '~/format/format-context.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { LanguageButton } from '~/preference/language-button.tsx';
import { usePreferences } from '~/preference/preferences-context.tsx';
import { ErrorPage } from '~/shell/error-page.tsx';
import { ClosedForm } from './closed-form.tsx';
import { PublicForm } from './public-form.tsx';
import { forStranger } from './for-stranger.server.ts';
import { publicFormQuery, submitExternalFormMutation } from './public-operations.ts';

export const handle = { i18n: ['external-form', 'form', 'login'] };
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.title.text} · ${page.companyName}` : 'Handoff' },
  { name: 'robots', content: 'noindex, nofollow' },
];
/** The address is a key: it is not told to other sites, nor kept by what lies between. */
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { externalFormPage: page } = await forStranger(() =>
    executeOperation(request, publicFormQuery, { token: params.token ?? '' }),
  );
  if (!page) throw new Response(null, { status: 404 });
  const form = page.form as FormDefinition | null;
  const shown = { ...page, form, submissionKey: newId(), now: Date.now() };
  return data(shown, { status: page.state === 'OPEN' ? 200 : 410 });
}

/** What was sent does not change the form; and to look at it again would count as another view. */
export const shouldRevalidate = () => false;

type Input = VariablesOf<typeof submitExternalFormMutation>['input'];

export async function action({ request, params }: ActionFunctionArgs) {
  const input = { ...((await request.json()) as Input), token: params.token ?? '' };
  const { submitExternalForm } = await executeOperation(request, submitExternalFormMutation, { input });
  return readOutcome(submitExternalForm);
}

/** A form of the company, for somebody outside; made for a telephone. */
export default function PublicFormPage() {
  const page = useLoaderData<typeof loader>();
  const { locale } = usePreferences();
  return (
    <main className="public-form">
      <header className="public-form-head">
        <p className="spread quiet">{page.companyName}</p>
        <LanguageButton />
      </header>
      <h1>{page.title.text}</h1>
      <FormatProvider locale={locale} timeZone={page.timeZone} now={page.now}>
        {page.form ? <PublicForm page={page} form={page.form} /> : <ClosedForm words={page.stateWords.text} />}
      </FormatProvider>
    </main>
  );
}

export function ErrorBoundary() {
  const { t } = useTranslation('external-form');
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 0;
  if (status !== 404 && status !== 429) return <ErrorPage isWholePage />;
  const kind = status === 404 ? 'unknown' : 'busy';
  return (
    <main className="public-form">
      <h1>{t(`public.${kind}.title`)}</h1>
      <p>{t(`public.${kind}.text`)}</p>
    </main>
  );
}
