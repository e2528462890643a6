import './toast.css';
import { X } from 'lucide-react';
import { closeSnackbar, enqueueSnackbar, SnackbarContent, SnackbarProvider, type CustomContentProps } from 'notistack';
import { forwardRef, useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const SHORT_MILLISECONDS = 6000;
const UNDO_MILLISECONDS = 10_000;

interface ToastProps extends CustomContentProps {
  undo?: () => void;
}

declare module 'notistack' {
  interface VariantOverrides {
    toast: { undo?: () => void };
  }
}

const Toast = forwardRef<HTMLDivElement, ToastProps>(function Toast({ id, message, undo }, ref) {
  const { t } = useTranslation('shell');
  return (
    <SnackbarContent ref={ref} role="status" className="toast">
      <span className="toast-text">{message}</span>
      {undo && (
        <button
          type="button"
          className="toast-undo"
          onClick={() => {
            undo();
            closeSnackbar(id);
          }}
        >
          {t('toast.undo')}
        </button>
      )}
      <button type="button" className="toast-close" aria-label={t('toast.close')} onClick={() => closeSnackbar(id)}>
        <X />
      </button>
    </SnackbarContent>
  );
});

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <SnackbarProvider
      maxSnack={3}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      Components={{ toast: Toast }}
      transitionDuration={{ enter: 120, exit: 80 }}
    >
      {children}
    </SnackbarProvider>
  );
}

/** Says in one line what has just happened, with a way back where there is one. */
export function useToast() {
  return useCallback((message: string, undo?: () => void) => {
    enqueueSnackbar({
      message,
      variant: 'toast',
      undo,
      autoHideDuration: undo ? UNDO_MILLISECONDS : SHORT_MILLISECONDS,
    });
  }, []);
}
