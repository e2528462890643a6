import './palette.css';
import Dialog from '@mui/material/Dialog';
import { useNavigate } from '@remix-run/react';
import { Command } from 'cmdk';
import { Search, Ticket, UserRound, Zap, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseOnceFound } from '~/form/use-choose-once-found.ts';
import { Keys } from '~/mark/keys.tsx';
import type { ShortcutKeys } from '~/shortcut/shortcut-catalogue.ts';
import { orderPages, type PageKey } from '~/navigation/pages.ts';
import { readRecent, rememberRecent } from './recent.ts';

export interface PaletteResult {
  id: string;
  kind: 'ticket' | 'customer';
  title: string;
  detail?: string;
  to: string;
}

export interface PaletteAction {
  id: string;
  label: string;
  icon?: LucideIcon;
  keys?: ShortcutKeys;
  run: () => void;
}

/** Asks the server; results respect what the person may see. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<PaletteResult[]>;

interface PaletteProps {
  pages: readonly PageKey[];
  actions: readonly PaletteAction[];
  search: PaletteSearch;
  onClose: () => void;
}

const WAIT_MILLISECONDS = 120;
const kinds = ['customer', 'ticket'] as const;
const icons = { ticket: Ticket, customer: UserRound };

interface Found {
  state: 'idle' | 'waiting' | 'found' | 'failed';
  results: PaletteResult[];
}

function useResults(query: string, search: PaletteSearch): Found {
  const [found, setFound] = useState<Found>({ state: 'idle', results: [] });
  useEffect(() => {
    if (query.trim() === '') return setFound({ state: 'idle', results: [] });
    const abort = new AbortController();
    setFound((before) => ({ ...before, state: 'waiting' }));
    const timer = setTimeout(() => {
      search(query.trim(), abort.signal).then(
        (results) => setFound({ state: 'found', results }),
        () => abort.signal.aborted || setFound({ state: 'failed', results: [] }),
      );
    }, WAIT_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, search]);
  return found;
}

/** Alt and a digit press the item of that place; plain digits belong to the numbers one searches for. */
function pressNumbered(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null) {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (!event.altKey || !digit) return;
  const items = list?.querySelectorAll<HTMLElement>('[cmdk-item]:not([aria-disabled=true])');
  const item = items?.[Number(digit) - 1];
  if (!item) return;
  event.preventDefault();
  item.click();
}

export function Palette({ pages, actions, search, onClose }: PaletteProps) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { state, results } = useResults(query, search);
  const shown = query.trim() === '' ? readRecent() : results;
  const needle = query.trim().toLowerCase();
  const matches = (label: string) => label.toLowerCase().includes(needle);
  const shownActions = actions.filter((action) => matches(action.label));
  const shownPages = orderPages(pages).filter((page) => matches(t(`page.${page.id}`)));
  const isEmpty = shown.length + shownActions.length + shownPages.length === 0;

  const chooseSelected = useChooseOnceFound(query, state !== 'waiting', () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[cmdk-item][aria-selected=true]')?.click()),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    pressNumbered(event, list.current);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || state !== 'waiting') return;
    event.preventDefault();
    chooseSelected();
  };

  const open = (result: PaletteResult) => {
    rememberRecent(result);
    onClose();
    navigate(result.to);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      className="palette-layer"
      slotProps={{ paper: { className: 'palette', 'aria-label': t('search.label'), 'aria-labelledby': undefined } }}
    >
      <Command label={t('search.label')} shouldFilter={false} loop onKeyDown={onKeyDown}>
        <div className="palette-head">
          <Search />
          <Command.Input autoFocus value={query} onValueChange={setQuery} placeholder={t('search.placeholder')} />
          <Keys keys="Escape" />
        </div>
        <Command.List ref={list} label={t('search.results')}>
          {isEmpty && (
            <p className="palette-note" role="status">
              {t(state === 'waiting' ? 'search.waiting' : state === 'failed' ? 'search.failed' : 'search.nothing')}
            </p>
          )}
          {kinds.map((kind) => {
            const ofKind = shown.filter((result) => result.kind === kind);
            if (ofKind.length === 0) return null;
            const Icon = icons[kind];
            return (
              <Command.Group key={kind} heading={t(needle ? `search.kind.${kind}` : `search.recent.${kind}`)}>
                {ofKind.map((result) => (
                  <Command.Item key={result.id} value={result.id} onSelect={() => open(result)}>
                    <Icon />
                    <span className="cut">{result.title}</span>
                    {result.detail && <span className="quiet cut">{result.detail}</span>}
                  </Command.Item>
                ))}
              </Command.Group>
            );
          })}
          {shownActions.length > 0 && (
            <Command.Group heading={t('search.actions')}>
              {shownActions.map(({ id, label, keys, icon: Icon = Zap, run }) => (
                <Command.Item
                  key={id}
                  value={id}
                  onSelect={() => {
                    onClose();
                    run();
                  }}
                >
                  <Icon />
                  <span className="cut spread">{label}</span>
                  {keys && <Keys keys={keys} />}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {shownPages.length > 0 && (
            <Command.Group heading={t('search.pages')}>
              {shownPages.map(({ id, to, key, icon: Icon }) => (
                <Command.Item
                  key={id}
                  value={`page ${id}`}
                  onSelect={() => {
                    onClose();
                    navigate(to);
                  }}
                >
                  <Icon />
                  <span className="cut spread">{t(`page.${id}`)}</span>
                  {key && <Keys keys={key} />}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}
