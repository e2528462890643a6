import './keyboard-page.css';
import Button from '@mui/material/Button';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '~/mark/segments.tsx';
import { useChangePreference, usePreferences } from '~/preference/preferences-context.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { showKeys } from './match-shortcut.ts';
import {
  conflictsWith,
  keysOf,
  namedShortcuts,
  shortcutNames,
  shortcutPlaces,
  type Keyboard,
  type ShortcutName,
} from './shortcut-catalogue.ts';
import { useShortcutRegistry } from './shortcuts.tsx';
import { useRecordedKeys } from './use-recorded-keys.ts';

export const handle = { i18n: ['me', 'preference', 'shell', 'list', 'ticket'] };

const switches = ['true', 'false'] as const;

/** Every single key by the place where it acts, to be changed or turned off. */
export default function KeyboardPage() {
  const { t } = useTranslation(['me', 'preference']);
  const { preferences } = usePreferences();
  const change = useChangePreference();
  const [keyboard, setKeyboard] = useState<Keyboard>(preferences.keyboard);
  const [recorded, setRecorded] = useState<ShortcutName | null>(null);
  const choose = (next: Keyboard) => {
    setRecorded(null);
    setKeyboard(next);
    change({ keyboard: next });
  };
  const set = (name: ShortcutName, keys: string | null) => {
    const { [name]: _before, ...others } = keyboard;
    choose(keys === namedShortcuts[name].keys ? others : { ...others, [name]: keys });
  };
  return (
    <div className="keyboard-page">
      <PageHeading>{t('keyboard.title')}</PageHeading>
      <p className="quiet">{t('keyboard.intro')}</p>
      <div className="keyboard-switch">
        <Segments
          label={t('keyboard.all')}
          value={preferences.singleKeys ? 'true' : 'false'}
          options={switches.map((value) => ({ value, label: t(`preference:singleKeys.${value}`) }))}
          onChange={(value) => change({ singleKeys: value === 'true' })}
        />
        <span className="spread">{t('keyboard.all')}</span>
        <Button disabled={Object.keys(keyboard).length === 0} onClick={() => choose({})}>
          {t('keyboard.resetAll')}
        </Button>
      </div>
      {shortcutPlaces.map((place) => (
        <section key={place} aria-labelledby={`keys-${place}`}>
          <h2 id={`keys-${place}`}>{t(`keyboard.place.${place}`)}</h2>
          <ul className="keyboard-lines">
            {shortcutNames
              .filter((name) => namedShortcuts[name].place === place)
              .map((name) => (
                <ShortcutLine
                  key={name}
                  name={name}
                  keyboard={keyboard}
                  isRecording={recorded === name}
                  onRecord={(isOn) => setRecorded(isOn ? name : null)}
                  onSet={(keys) => set(name, keys)}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ShortcutLineProps {
  name: ShortcutName;
  keyboard: Keyboard;
  isRecording: boolean;
  onRecord: (isOn: boolean) => void;
  onSet: (keys: string | null) => void;
}

function ShortcutLine({ name, keyboard, isRecording, onRecord, onSet }: ShortcutLineProps) {
  const { t } = useTranslation(['me', 'shell', 'list', 'ticket']);
  const { isMac } = useShortcutRegistry();
  const say = (each: ShortcutName) => t(namedShortcuts[each].label);
  const show = (keys: string) => {
    const shown = showKeys(keys, isMac);
    return name === 'list.view' ? t('keyboard.number', { keys: shown }) : shown;
  };
  const isRefused = useRecordedKeys(isRecording, { isMac, onKeys: onSet, onGiveUp: () => onRecord(false) });
  const keys = keysOf(name, keyboard);
  const usual = namedShortcuts[name].keys;
  const taken = conflictsWith(name, keys, keyboard);
  const label = say(name);
  return (
    <li className="keyboard-line" data-shortcut={name}>
      <span className="spread">
        {label}
        {isRecording && (
          <span role="status" className="small quiet keyboard-note">
            {t(isRefused ? 'keyboard.notSingle' : 'keyboard.press')}
          </span>
        )}
        {taken.length > 0 && (
          <span role="status" className="small tone-warn keyboard-note">
            <TriangleAlert size={14} />
            {t('keyboard.taken', { names: taken.map(say).join(t('keyboard.comma')) })}
          </span>
        )}
      </span>
      {keys === null ? <span className="quiet">{t('keyboard.off')}</span> : <kbd className="keys">{show(keys)}</kbd>}
      <span className="keyboard-acts">
        <Button
          size="small"
          aria-pressed={isRecording}
          aria-label={t('keyboard.change', { name: label })}
          onClick={() => onRecord(!isRecording)}
        >
          {t('keyboard.changeShort')}
        </Button>
        {keys !== null && (
          <Button size="small" aria-label={t('keyboard.turnOff', { name: label })} onClick={() => onSet(null)}>
            {t('keyboard.turnOffShort')}
          </Button>
        )}
        {keys !== usual && (
          <Button size="small" onClick={() => onSet(usual)}>
            {t('keyboard.reset', { keys: show(usual) })}
          </Button>
        )}
      </span>
    </li>
  );
}
