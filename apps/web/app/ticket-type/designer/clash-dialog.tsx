import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withValueAt } from './draft-clash.ts';
import { useDraft } from './draft-context.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Two admins changed the same parts: for each one chooses which stays. */
export function ClashDialog() {
  const { t } = useTranslation('designer');
  const { clash, settle } = useDraft();
  const { placeOf, valueOf } = useChangeWords();
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  if (!clash) return null;
  const finish = () => {
    const definition = clash.clashes.reduce<unknown>(
      (merged, one, index) => (theirs.has(index) ? withValueAt(merged, one.path, one.theirs) : merged),
      clash.merged,
    );
    settle(definition as TicketTypeDefinition);
    setTheirs(new Set());
  };
  return (
    <Dialog open maxWidth="md" aria-labelledby="clash-title">
      <DialogTitle id="clash-title">{t('clash.title', { count: clash.clashes.length })}</DialogTitle>
      <DialogContent>
        <ul className="clashes">
          {clash.clashes.map((one, index) => (
            <li key={one.path.join('/')}>
              <fieldset>
                <legend>{placeOf(one.path)}</legend>
                <p className="quiet">
                  {t('clash.before')}: {valueOf(one.before)}
                </p>
                {(['mine', 'theirs'] as const).map((whose) => (
                  <label key={whose} className="admin-option">
                    <input
                      type="radio"
                      name={`clash-${index}`}
                      checked={theirs.has(index) === (whose === 'theirs')}
                      onChange={() => {
                        const next = new Set(theirs);
                        if (whose === 'theirs') next.add(index);
                        else next.delete(index);
                        setTheirs(next);
                      }}
                    />
                    {t(`clash.${whose}`)}: {valueOf(one[whose])}
                  </label>
                ))}
              </fieldset>
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={finish}>
          {t('clash.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
