import './notification.css';
import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { Bell, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { groupNotifications, type NotificationItem } from './group-notifications.ts';

interface NotificationPanelProps {
  items: readonly NotificationItem[];
  onRead: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** What needs the person first, then what is for information; one block a record. */
export function NotificationPanel({ items, onRead, onClose }: NotificationPanelProps) {
  const { t } = useTranslation('notification');
  const unread = items.filter((item) => !item.isRead).map((item) => item.id);
  const sections = groupNotifications(items);
  return (
    <SidePanel
      title={t('title')}
      onClose={onClose}
      actions={
        unread.length > 0 && (
          <Button size="small" variant="text" onClick={() => onRead(unread)}>
            {t('readAll')}
          </Button>
        )
      }
    >
      {items.length === 0 && (
        <p className="notifications-empty">
          <Bell size={20} />
          {t('empty')}
        </p>
      )}
      {sections.map(({ needsYou, groups }) => (
        <section key={String(needsYou)} aria-label={t(needsYou ? 'needsYou' : 'forInformation')}>
          <h3 className="notifications-heading">{t(needsYou ? 'needsYou' : 'forInformation')}</h3>
          {groups.map((group) => (
            <div key={group.recordTo} className="notification-group">
              <Link
                to={group.recordTo}
                reloadDocument={group.isFile}
                className="notification-record"
                onClick={() => onRead(group.items.filter((item) => !item.isRead).map((item) => item.id))}
              >
                {needsYou && <CircleAlert size={14} className="tone-warn" />}
                <span className="cut">{group.recordLabel}</span>
              </Link>
              <ul>
                {group.items.map((item) => (
                  <li key={item.id} className={item.isRead ? 'notification' : 'notification is-unread'}>
                    <span className="spread">
                      {!item.isRead && <span className="visually-hidden">{t('unread')} </span>}
                      {item.text}
                    </span>
                    <span className="small quiet">
                      <Moment at={item.at} />
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </SidePanel>
  );
}
