import Button from '@mui/material/Button';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { Chip } from '~/mark/chip.tsx';

type Result = { fault: { words: { text: string } } | null };

/** Sends a test message to whoever clicks, and says beside the button what came of it. */
export function TestButton({ channelId }: { channelId: string }) {
  const { t } = useTranslation('notifier');
  const [result, setResult] = useState<Result | null>(null);
  const { save, fault, isSaving } = useSave((value) => setResult(value as unknown as Result));
  return (
    <div className="notifier-test">
      <Button
        size="small"
        variant="outlined"
        startIcon={<Send size={14} />}
        aria-disabled={isSaving}
        onClick={() => {
          if (isSaving) return;
          setResult(null);
          save('test', { channelId });
        }}
      >
        {t('test.send')}
      </Button>
      <span role="status">
        {isSaving && t('test.sending')}
        {!isSaving && !fault && result && (
          <>
            <Chip tone={result.fault ? 'bad' : 'ok'}>{t(result.fault ? 'test.refused' : 'test.sent')}</Chip>{' '}
            {result.fault?.words.text}
          </>
        )}
      </span>
      <FaultNote fault={fault} />
    </div>
  );
}
