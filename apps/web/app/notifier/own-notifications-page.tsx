import '~/admin/admin.css';
import './notifier.css';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { setPreferenceMutation } from '~/preference/preference-operations.ts';
import { useToast } from '~/shell/toast.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { MuteChoice } from './mute-choice.tsx';
import { OwnMatrix } from './own-matrix.tsx';
import { QuietHoursForm } from './quiet-hours-form.tsx';
import { readOwnNotifications } from './read-own.server.ts';

export const handle = { i18n: ['notifier', 'admin'] };

export const loader = ({ request }: LoaderFunctionArgs) => readOwnNotifications(request);

export const action = defineAction({ set: setPreferenceMutation });

/** What a person hears outside the product: over which channels, when, and nothing for a while. */
export default function OwnNotificationsPage() {
  const { t } = useTranslation('notifier');
  const toast = useToast();
  const { rules, channels, settings: stored } = useLoaderData<typeof loader>();
  const [settings, setSettings] = useState(stored);
  const { save, fault } = useSave(() => toast(t('own.saved')));
  /** Each change is shown and sent at once, with all the others: the last one sent is what stands. */
  const change = (next: Partial<typeof settings>) => {
    const setting = { ...settings, ...next };
    setSettings(setting);
    save('set', { key: 'notifications', setting });
  };
  return (
    <section className="me-page notifier-own">
      <PageHeading>{t('own.title')}</PageHeading>
      <p className="quiet">{t('own.hint')}</p>
      <FaultNote fault={fault} />
      <MuteChoice mutedUntil={settings.mutedUntil} onChange={(mutedUntil) => change({ mutedUntil })} />
      <QuietHoursForm
        key={JSON.stringify(settings.quietHours)}
        value={settings.quietHours}
        onChange={(quietHours) => change({ quietHours })}
      />
      <OwnMatrix
        rules={rules}
        channels={channels}
        choices={settings.channels}
        onChange={(chosen) => change({ channels: chosen })}
      />
    </section>
  );
}
