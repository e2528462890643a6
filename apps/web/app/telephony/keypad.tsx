import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

interface KeypadProps {
  anchor: HTMLElement | null;
  onClose: () => void;
  /** In a call each key is sent as it is pressed. */
  onDigit?: (digit: string) => void;
  /** Outside a call the keys make a number, which is then called. */
  onCall?: (number: string) => void;
}

export function Keypad({ anchor, onClose, onDigit, onCall }: KeypadProps) {
  const { t } = useTranslation('telephony');
  const [number, setNumber] = useState('');
  const press = (digit: string) => {
    onDigit?.(digit);
    setNumber(number + digit);
  };
  const call = () => {
    if (number.trim() === '') return;
    onCall?.(number.trim());
    setNumber('');
    onClose();
  };
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { className: 'keypad', 'aria-label': t('keypad') } }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          call();
        }}
      >
        <TextInput
          name="number"
          label={t(onCall ? 'numberToCall' : 'digitsSent')}
          type="tel"
          value={number}
          isReadOnly={!onCall}
          onChange={setNumber}
          autoFocus={onCall !== undefined}
        />
        <div className="keypad-keys">
          {digits.map((digit) => (
            <button key={digit} type="button" onClick={() => press(digit)}>
              {digit}
            </button>
          ))}
        </div>
        {onCall && (
          <Button type="submit" variant="contained" color="success" fullWidth>
            <Phone />
            {t('call')}
          </Button>
        )}
      </form>
    </Popover>
  );
}
