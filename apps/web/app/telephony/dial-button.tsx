import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useFetcher } from '@remix-run/react';
import { Phone } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { useShell } from '~/shell/use-shell.ts';
import { useToast } from '~/shell/toast.tsx';
import type { phoneMutations, PhoneCommand } from './phone-operations.ts';
import type { action } from './phone-route.ts';

export type DialInput = VariablesOf<typeof phoneMutations.dialCustomer>['input'];

interface DialButtonProps {
  /** A typed number, or the record whose number it is: then it is called even where it shows covered. */
  to: DialInput;
  /** The number as it shows. */
  number: string;
  /** The button shows the number itself; else it stands beside it. */
  isNumberInside?: boolean;
}

/** Calls a number that stands on the page, for those who have a phone; the phone bar then shows the call. */
export function DialButton({ to, number, isNumberInside = false }: DialButtonProps) {
  const { t } = useTranslation('telephony');
  const { permissions } = useShell();
  const toast = useToast();
  const { submit, data, state } = useFetcher<typeof action>();
  useEffect(() => {
    if (data?.fault) toast(data.fault.message);
  }, [data, toast]);
  if (!permissions.includes('call.use')) return isNumberInside ? <span>{number}</span> : null;
  const dial = () => {
    if (state !== 'idle') return;
    const command: PhoneCommand = { kind: 'dialCustomer', input: to };
    submit(JSON.stringify(command), { method: 'post', action: '/phone', encType: 'application/json' });
  };
  const button = { 'aria-label': t('dial', { number }), 'aria-disabled': state !== 'idle', onClick: dial };
  if (!isNumberInside) {
    return (
      <IconButton size="small" {...button}>
        <Phone size={14} />
      </IconButton>
    );
  }
  return (
    <Button size="small" className="dial-button" startIcon={<Phone size={14} />} {...button}>
      <span className="customer-word">{number}</span>
    </Button>
  );
}
