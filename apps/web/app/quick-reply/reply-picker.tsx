import './quick-reply.css';
import Popover from '@mui/material/Popover';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { useChooseOnceFound } from '~/form/use-choose-once-found.ts';
import type { FoundReply } from './replies-route.ts';

interface ReplyPickerProps {
  anchor: HTMLElement;
  ticketId: string;
  onPick: (text: string) => void;
  onClose: () => void;
}

const waitMs = 120;

interface Found {
  search: string;
  replies: readonly FoundReply[];
  isFailed?: boolean;
}

function useReplies(ticketId: string, search: string) {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/quick-replies?${new URLSearchParams({ ticket: ticketId, q: search })}`, { signal: stop.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(`quick replies answered ${response.status}`);
          setFound({ search, replies: (await response.json()) as FoundReply[] });
        })
        .catch(() => {
          if (!stop.signal.aborted) setFound({ search, replies: [], isFailed: true });
        });
    }, waitMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [ticketId, search]);
  return found;
}

/** Finds a quick reply by code, words or pinyin; Enter inserts the one that is marked, with its text shown before. */
export function ReplyPicker({ anchor, ticketId, onPick, onClose }: ReplyPickerProps) {
  const { t } = useTranslation('quick-reply');
  const [search, setSearch] = useState('');
  const [place, setPlace] = useState(0);
  const found = useReplies(ticketId, search);
  const replies = found?.replies ?? [];
  const marked = replies[Math.min(place, replies.length - 1)];
  const chooseMarked = useChooseOnceFound(search, found?.search === search, () => marked && onPick(marked.text));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const onKeyDown = (event: KeyboardEvent) => {
    // Never while an input method is composing.
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(replies.length - 1, place + by)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      chooseMarked();
    }
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': t('title'), className: 'reply-picker', onKeyDown } }}
    >
      <TextInput
        name="search"
        label={t('search')}
        autoFocus
        autoComplete="off"
        value={search}
        onChange={(text) => {
          setSearch(text);
          setPlace(0);
        }}
      />
      {found?.isFailed && (
        <p role="alert" className="field-error">
          {t('failed')}
        </p>
      )}
      <ul ref={list} role="listbox" aria-label={t('title')} className="reply-choices">
        {replies.map((reply) => (
          <li
            key={reply.id}
            role="option"
            aria-selected={reply === marked}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(reply.text)}
          >
            <span className="reply-name">
              <b className="cut">{reply.name}</b>
              {reply.code && <span className="mono small quiet">/{reply.code}</span>}
              <span className="small quiet cut spread">{reply.folder}</span>
            </span>
            <span className="small quiet reply-text">{reply.text}</span>
          </li>
        ))}
      </ul>
      {found && !found.isFailed && replies.length === 0 && (
        <p className="small quiet">{t(search === '' ? 'empty' : 'noMatch')}</p>
      )}
    </Popover>
  );
}
