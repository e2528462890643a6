import './toast.css';
import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const SHORT_MILLISECONDS = 6000;
const UNDO_MILLISECONDS = 10_000;
const MOST_AT_ONCE = 3;

interface Told {
  id: number;
  message: string;
  undo?: () => void;
}

type Tell = (message: string, undo?: () => void) => void;

const ToastContext = createContext<Tell>(() => undefined);

interface ToastProps extends Told {
  onClose: (id: number) => void;
}

/** Leaves by itself, but not while somebody points at it or is in it. */
function Toast({ id, message, undo, onClose }: ToastProps) {
  const { t } = useTranslation('shell');
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => onClose(id), undo ? UNDO_MILLISECONDS : SHORT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isHeld, id, undo, onClose]);
  const hold = () => setIsHeld(true);
  const release = () => setIsHeld(false);
  return (
    <li className="toast" onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      <span className="toast-text">{message}</span>
      {undo && (
        <button
          type="button"
          className="toast-undo"
          onClick={() => {
            undo();
            onClose(id);
          }}
        >
          {t('toast.undo')}
        </button>
      )}
      <button type="button" className="toast-close" aria-label={t('toast.close')} onClick={() => onClose(id)}>
        <X />
      </button>
    </li>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Told[]>([]);
  const last = useRef(0);
  const tell = useCallback<Tell>((message, undo) => {
    last.current += 1;
    const told = { id: last.current, message, undo };
    setShown((before) => [...before, told].slice(-MOST_AT_ONCE));
  }, []);
  const close = useCallback((id: number) => setShown((before) => before.filter((told) => told.id !== id)), []);
  return (
    <ToastContext.Provider value={tell}>
      {children}
      <div role="status">
        {shown.length > 0 && (
          <ul className="toasts">
            {shown.map((told) => (
              <Toast key={told.id} {...told} onClose={close} />
            ))}
          </ul>
        )}
      </div>
    </ToastContext.Provider>
  );
}

/** Says in one line what has just happened, with a way back where there is one. */
export const useToast = () => useContext(ToastContext);
