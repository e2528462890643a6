import Button from '@mui/material/Button';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import { PageHeading } from '~/shell/page-heading.tsx';
import { changePasswordMutation, profileQuery } from './me-operations.ts';

export const handle = { i18n: ['me', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer } = await executeOperation(request, profileQuery);
  return { mustChangePassword: viewer?.mustChangePassword ?? false };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const input = { oldPassword: String(form.get('oldPassword')), newPassword: String(form.get('newPassword')) };
  const { changePassword } = await executeOperation(request, changePasswordMutation, { input });
  return readOutcome(changePassword);
}

export default function ProfilePage() {
  const { t } = useTranslation('me');
  const { mustChangePassword } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { state } = useNavigation();
  const fault = outcome?.ok === false ? outcome.fault : null;
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  return (
    <Form method="post" className="me-page" key={outcome?.ok ? 'changed' : 'open'}>
      <PageHeading>{t('password.title')}</PageHeading>
      {mustChangePassword && <p className="me-note is-warn">{t('password.must')}</p>}
      {outcome?.ok && (
        <p role="status" className="me-note is-ok">
          {t('password.changed')}
        </p>
      )}
      {fault && fault.issues.length === 0 && (
        <p role="alert" className="me-note is-warn">
          {fault.message}
        </p>
      )}
      <TextInput
        name="oldPassword"
        type="password"
        label={t('password.old')}
        autoComplete="current-password"
        isRequired
        error={errorAt('oldPassword')}
      />
      <TextInput
        name="newPassword"
        type="password"
        label={t('password.new')}
        hint={t('password.hint')}
        autoComplete="new-password"
        isRequired
        error={errorAt('newPassword')}
      />
      <div>
        <Button type="submit" variant="contained" color="primary" aria-disabled={state === 'submitting'}>
          {t('password.submit')}
        </Button>
      </div>
    </Form>
  );
}
