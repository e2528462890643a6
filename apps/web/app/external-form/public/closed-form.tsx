import { CircleOff } from 'lucide-react';
import { useParams } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSent, type Sent } from './kept-answers.ts';

/** Why a form can't be filled in; with the number, where this device sent it. */
export function ClosedForm({ words }: { words: string }) {
  const { t } = useTranslation('external-form');
  const { token = '' } = useParams();
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => setSent(readSent(token)), [token]);
  return (
    <div className="public-form-note" role="status">
      <CircleOff size={20} />
      <div>
        <p>{words}</p>
        {sent && (
          <p>
            {t('public.yourNumber')} <b className="mono">{sent.number}</b>
          </p>
        )}
      </div>
    </div>
  );
}
