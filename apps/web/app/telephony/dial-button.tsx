import Button from '@mui/material/Button';
import { useFetcher } from '@remix-run/react';
import { Phone } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '~/shell/toast.tsx';
import type { PhoneCommand } from './phone-operations.ts';
import type { action } from './phone-route.ts';

interface DialButtonProps {
  phoneId: string;
  /** As this person may see it; a masked number can be called too. */
  number: string;
}

/** Calls a customer's number; the phone bar then shows the call. */
export function DialButton({ phoneId, number }: DialButtonProps) {
  const { t } = useTranslation('telephony');
  const toast = useToast();
  const { submit, data, state } = useFetcher<typeof action>();
  useEffect(() => {
    if (data?.fault) toast(data.fault.message);
  }, [data, toast]);
  const dial = () => {
    const command: PhoneCommand = { kind: 'dialCustomer', input: { customerPhoneId: phoneId } };
    submit(JSON.stringify(command), { method: 'post', action: '/phone', encType: 'application/json' });
  };
  return (
    <Button
      size="small"
      className="dial-button"
      startIcon={<Phone size={14} />}
      aria-label={t('dialNumber', { number })}
      aria-disabled={state !== 'idle'}
      onClick={() => state === 'idle' && dial()}
    >
      <span className="customer-word">{number}</span>
    </Button>
  );
}
