import { useFetcher, useNavigate } from '@remix-run/react';
import { Plus, UserRoundPlus } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '~/graphql/use-answer.ts';
import { useShell } from '~/shell/use-shell.ts';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import type { PaletteAction, PaletteSearch } from './palette.tsx';
import type { loader } from './search-route.ts';

/** What the palette can do for this person, and how it searches. */
export function usePalette(): { actions: PaletteAction[]; search: PaletteSearch } {
  const { t } = useTranslation('shell');
  const { permissions } = useShell();
  const navigate = useNavigate();
  const { load, data } = useFetcher<typeof loader>();
  const waiting = useRef<((results: NonNullable<typeof data>) => void) | null>(null);

  const search = useCallback<PaletteSearch>(
    (query) =>
      new Promise((resolve) => {
        waiting.current = resolve;
        load(`/search?q=${encodeURIComponent(query)}`);
      }),
    [load],
  );
  useAnswer(data, (results) => {
    waiting.current?.(results);
    waiting.current = null;
  });

  const actions: PaletteAction[] = [
    {
      id: 'new-ticket',
      label: t('action.newTicket'),
      icon: Plus,
      keys: 'newTicket' as const,
      right: 'ticket.create',
      run: () => navigate('/tickets/new'),
    },
    {
      id: 'new-customer',
      label: t('action.newCustomer'),
      icon: UserRoundPlus,
      keys: 'newCustomer' as const,
      right: 'customer.write',
      run: () => navigate('/customers/new'),
    },
  ].filter(({ right }) => permissions.includes(right));
  useShortcuts(actions.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run }] : [])));
  return { actions, search };
}
