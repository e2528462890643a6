import Button from '@mui/material/Button';
import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '~/shell/use-shell.ts';
import type { ExportedList } from './export-dialog.tsx';

const ExportDialog = lazy(() => import('./export-dialog.tsx').then((module) => ({ default: module.ExportDialog })));

const rights = { TICKETS: 'ticket.export', CUSTOMERS: 'customer.export' } as const;

/** For those who may: what the list shows, as a file. */
export function ExportButton({ list, query }: ExportedList) {
  const { t } = useTranslation('job');
  const { permissions } = useShell();
  const [isOpen, setIsOpen] = useState(false);
  if (!permissions.includes(rights[list])) return null;
  return (
    <>
      <Button variant="text" className="list-columns" startIcon={<Download />} onClick={() => setIsOpen(true)}>
        {t('export.do')}
      </Button>
      {isOpen && (
        <Suspense>
          <ExportDialog list={list} query={query} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
