import Button from '@mui/material/Button';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import { Chip } from '~/mark/chip.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { revokeSessionMutation, sessionsQuery } from './me-operations.ts';

export const handle = { i18n: ['me'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer } = await executeOperation(request, sessionsQuery);
  return { sessions: viewer?.sessions ?? [] };
}

export async function action({ request }: ActionFunctionArgs) {
  const sessionId = String((await request.formData()).get('sessionId'));
  const { revokeSession } = await executeOperation(request, revokeSessionMutation, { sessionId });
  return readOutcome(revokeSession);
}

/** "Chrome 141" and the like; the whole string is on hover. */
const browserOf = (userAgent: string) =>
  /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent)?.slice(1, 3).join(' ') ?? userAgent.slice(0, 40);

export default function SessionsPage() {
  const { t } = useTranslation('me');
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <div className="me-page">
      <PageHeading>{t('sessions.title')}</PageHeading>
      <p className="quiet">{t('sessions.text')}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="session">
            <div className="spread">
              <b title={session.userAgent}>{browserOf(session.userAgent)}</b>{' '}
              {session.isCurrent && <Chip tone="ok">{t('sessions.current')}</Chip>}
              <p className="small quiet">
                {session.ip} · {t('sessions.seen')} <Moment at={session.lastSeenAt} />
              </p>
            </div>
            {!session.isCurrent && (
              <Form method="post">
                <input type="hidden" name="sessionId" value={session.id} />
                <Button type="submit" size="small">
                  {t('sessions.revoke')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
