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
}

/** Calls a number that stands on the page, for those who have a phone. */
export function DialButton({ to, number }: DialButtonProps) {
  const { t } = useTranslation('telephony');
  const { permissions } = useShell();
  const toast = useToast();
  const { submit, data, state } = useFetcher<typeof action>();
  useEffect(() => {
    if (data?.fault) toast(data.fault.message);
  }, [data, toast]);
  if (!permissions.includes('call.use')) return null;
  const command: PhoneCommand = { kind: 'dialCustomer', input: to };
  return (
    <IconButton
      size="small"
      aria-label={t('dial', { number })}
      disabled={state !== 'idle'}
      onClick={() => submit(JSON.stringify(command), { method: 'post', action: '/phone', encType: 'application/json' })}
    >
      <Phone size={14} />
    </IconButton>
  );
}
