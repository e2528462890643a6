import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import { useToast } from '~/shell/toast.tsx';

/** Publishes a definition from a file. Every fault is listed with its place, in words. */
export function ImportPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ticket-type');
  const toast = useToast();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const { save, fault, isSaving } = useSave(() => {
    toast(t('import.done'));
    onClose();
  });
  const read = async (file: File) => {
    try {
      const definition: unknown = JSON.parse(await file.text());
      setIsUnreadable(false);
      save('publish', { definition });
    } catch {
      setIsUnreadable(true);
    }
  };
  return (
    <SidePanel title={t('import.title')} width={560} onClose={onClose}>
      <div className="admin-section">
        <p className="quiet">{t('import.text')}</p>
        <label className="admin-section">
          {t('import.file')}
          <input
            type="file"
            accept="application/json,.json"
            disabled={isSaving}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) void read(file);
            }}
          />
        </label>
        {isUnreadable && (
          <p role="alert" className="admin-fault">
            {t('import.unreadable')}
          </p>
        )}
        {fault && !isUnreadable && (
          <div role="alert" className="admin-section">
            <b>{fault.issues.length > 0 ? t('import.faults', { count: fault.issues.length }) : fault.message}</b>
            <ul className="admin-section">
              {fault.issues.map((issue, index) => (
                <li key={index}>
                  {issue.message} <span className="mono quiet">{issue.path.slice(1).join('.')}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </SidePanel>
  );
}
