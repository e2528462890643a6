import Button from '@mui/material/Button';
import { Copy, KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useToast } from '~/shell/toast.tsx';

/** A secret that is kept nowhere and so is shown this one time. */
export function ShownOnce({ label, secret }: { label: string; secret: string }) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  return (
    <div className="shown-once" role="status">
      <KeyRound size={16} />
      <div className="spread">
        <b>{label}</b>
        <p>
          <code className="mono">{secret}</code>
        </p>
        <p className="small">{t('once.text')}</p>
      </div>
      <Button
        size="small"
        startIcon={<Copy size={14} />}
        onClick={() => void navigator.clipboard.writeText(secret).then(() => toast(t('once.copied')))}
      >
        {t('once.copy')}
      </Button>
    </div>
  );
}
