import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences, useChangePreference } from '~/preference/preferences-context.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

/** The parts of a ticket's page; a phone shows one of them at a time. */
export const ticketTabs = ['handle', 'activity', 'flow', 'customer'] as const;
export type TicketTab = (typeof ticketTabs)[number];
export type TicketSide = 'left' | 'right';

const selectors = { left: '.ticket-left', right: '.ticket-right' };

/** Which tab is shown and which columns are folded; `[` and `]` fold them, R, N and E go to the composer and the first field. */
export function useTicketLayout() {
  const { t } = useTranslation('ticket');
  const page = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<TicketTab>('handle');
  const { preferences } = usePreferences();
  const changePreference = useChangePreference();
  const [isShown, setIsShown] = useState<Partial<Record<TicketSide, boolean>>>(() =>
    Object.fromEntries(preferences.foldedTicketColumns.map((side) => [side, false])),
  );

  /** Without a choice the width of the screen decides, so what is folded is read from the screen. */
  const fold = (side: TicketSide) => {
    const column = page.current?.querySelector(selectors[side]);
    if (!column) return;
    const isVisible = getComputedStyle(column).display !== 'none';
    const now = { ...isShown, [side]: !isVisible };
    setIsShown(now);
    // On a narrow screen a column lies over the page for a moment: that is no lasting choice.
    if (!window.matchMedia('(width >= 1200px)').matches) return;
    changePreference({ foldedTicketColumns: (['left', 'right'] as const).filter((each) => now[each] === false) });
  };
  const focusOn = (shownIn: TicketTab, selector: string) => {
    setTab(shownIn);
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const said = (side: TicketSide) => {
    const choice = isShown[side];
    return choice === undefined ? undefined : choice ? 'shown' : 'folded';
  };

  useShortcuts([
    { keys: 'ticket.foldLeft', label: t('keys.foldLeft'), run: () => fold('left') },
    { keys: 'ticket.foldRight', label: t('keys.foldRight'), run: () => fold('right') },
    { keys: 'ticket.reply', label: t('keys.reply'), run: () => focusOn('activity', '.composer-text') },
    { keys: 'ticket.note', label: t('keys.note'), run: () => focusOn('activity', '.composer-text') },
    {
      keys: 'ticket.firstField',
      label: t('keys.firstField'),
      run: () =>
        focusOn(
          'handle',
          '.designed-form :is(input, textarea, select, [role=combobox]):not([readonly], [disabled], [aria-hidden=true])',
        ),
    },
  ]);

  return {
    tab,
    setTab,
    fold,
    page: { ref: page, 'data-tab': tab, 'data-left': said('left'), 'data-right': said('right') },
  };
}
