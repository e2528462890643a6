import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useFetcher } from '@remix-run/react';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { useAnswer } from '~/graphql/use-answer.ts';
import { useShell } from '~/shell/use-shell.ts';
import { useToast } from '~/shell/toast.tsx';
import type { phoneMutations, PhoneCommand } from './phone-operations.ts';
import type { action } from './phone-route.ts';

export type DialInput = VariablesOf<typeof phoneMutations.dialCustomer>['input'];

interface DialButtonProps {
  /** A typed number, or the record whose number it is: then it is called even where it shows masked. */
  to: DialInput;
  /** As this person may see it. */
  number: string;
  /** The number stands beside it already. */
  isIconAlone?: boolean;
}

/** Calls a number that stands on the page, for those who have a phone; the phone bar then shows the call. */
export function DialButton({ to, number, isIconAlone = false }: DialButtonProps) {
  const { t } = useTranslation('telephony');
  const { permissions } = useShell();
  const toast = useToast();
  const { submit, data, state } = useFetcher<typeof action>();
  useAnswer(data, ({ fault }) => fault && toast(fault.message));
  if (!permissions.includes('call.use')) return null;
  const button = {
    size: 'small',
    'aria-label': t('dialNumber', { number }),
    'aria-disabled': state !== 'idle',
    onClick: () => {
      if (state !== 'idle') return;
      const command: PhoneCommand = { kind: 'dialCustomer', input: to };
      submit(JSON.stringify(command), { method: 'post', action: '/phone', encType: 'application/json' });
    },
  } as const;
  if (isIconAlone)
    return (
      <IconButton {...button}>
        <Phone size={14} />
      </IconButton>
    );
  return (
    <Button {...button} className="dial-button" startIcon={<Phone size={14} />}>
      <span className="customer-word">{number}</span>
    </Button>
  );
}
