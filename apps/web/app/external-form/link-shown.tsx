import './external-form.css';
import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import type { FormLink } from './external-form-operations.ts';

/** A link's address to copy, and its QR code to look at and keep. */
export function LinkShown({ link }: { link: Pick<FormLink, 'id' | 'path' | 'name'> }) {
  const { t } = useTranslation('external-form');
  const toast = useToast();
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(window.location.origin), []);
  const qr = `/external-forms/links/${encodeURIComponent(link.id)}/qr`;
  const address = `${origin}${link.path}`;
  return (
    <div className="admin-section link-shown">
      <TextInput name="address" label={t('address')} value={address} isReadOnly />
      <div className="admin-acts">
        <Button
          startIcon={<Copy size={14} />}
          onClick={() => void navigator.clipboard.writeText(address).then(() => toast(t('copied')))}
        >
          {t('copy')}
        </Button>
        <a href={link.path} target="_blank" rel="noreferrer">
          {t('open')}
        </a>
      </div>
      <img src={qr} alt={t('qrOf', { name: link.name })} width={232} height={232} className="link-qr" />
      <div className="admin-acts">
        <Button component="a" href={`${qr}?as=svg`} download startIcon={<Download size={14} />}>
          {t('downloadSvg')}
        </Button>
        <Button component="a" href={`${qr}?as=png`} download startIcon={<Download size={14} />}>
          {t('downloadPng')}
        </Button>
      </div>
      <p className="small quiet">{t('whoHasIt')}</p>
    </div>
  );
}
