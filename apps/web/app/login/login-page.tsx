import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { LoginForm } from './login-form.tsx';

export const handle = { i18n: ['login', 'form'] };

/** Only paths of this site, so that a link to the sign-in page cannot send people elsewhere. */
function pathOnly(next: string | null) {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function loader({ request }: LoaderFunctionArgs) {
  return { next: pathOnly(new URL(request.url).searchParams.get('next')) };
}

export default function LoginPage() {
  const { next } = useLoaderData<typeof loader>();
  const failure = useActionData<{ message: string }>();
  const navigation = useNavigation();
  return (
    <LoginForm
      companyName="Handoff"
      next={next}
      error={failure?.message}
      isSubmitting={navigation.state === 'submitting'}
    />
  );
}
