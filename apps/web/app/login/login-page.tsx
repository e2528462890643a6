import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { sessionCookie } from '~/graphql/actor.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import { preferencesCookieOf } from '~/preference/preferences.server.ts';
import { signInMutation, strangerQuery } from './login-operations.ts';
import { LoginForm } from './login-form.tsx';

export const handle = { i18n: ['login', 'form'] };

/** Only paths of this site, so that a link to the sign-in page cannot send people elsewhere; browsers drop tabs and line ends. */
function pathOnly(to: string | null) {
  return to && /^\/(?![/\\])\P{Cc}*$/u.test(to) ? to : '/';
}

export async function loader({ request }: LoaderFunctionArgs) {
  const to = pathOnly(new URL(request.url).searchParams.get('to'));
  const { viewer } = await executeOperation(request, strangerQuery);
  if (viewer) throw redirect(to);
  return { to };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const input = {
    loginName: text('login'),
    password: text('password'),
    userAgent: (request.headers.get('user-agent') ?? 'unknown').slice(0, 300),
  };
  const { signIn } = await executeOperation(request, signInMutation, { input });
  const outcome = readOutcome(signIn);
  if (!outcome.ok) return { message: outcome.fault.message };
  const headers = new Headers();
  headers.append('set-cookie', await sessionCookie.serialize(outcome.value.token));
  headers.append('set-cookie', await preferencesCookieOf(request, outcome.value.agentId));
  return redirect(pathOnly(text('to')), { headers });
}

export default function LoginPage() {
  const { to } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const navigation = useNavigation();
  return (
    <LoginForm
      companyName="Handoff"
      to={to}
      error={failure?.message}
      isSubmitting={navigation.state === 'submitting'}
    />
  );
}
