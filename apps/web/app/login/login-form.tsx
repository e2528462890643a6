import './login.css';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Form } from '@remix-run/react';
import { CircleAlert, Eye, EyeOff, Headset } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { LanguageButton } from '~/preference/language-button.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';

interface LoginFormProps {
  companyName: string;
  /** Where to go afterwards; a path of this site. */
  to: string;
  /** Said by the server, in the person's language; never tells whether the account exists. */
  error?: string;
  isSubmitting: boolean;
}

export function LoginForm({ companyName, to, error, isSubmitting }: LoginFormProps) {
  const { t } = useTranslation('login');
  const [isShown, setIsShown] = useState(false);
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (error) alert.current?.focus();
  }, [error]);
  const toggle = t(isShown ? 'hidePassword' : 'showPassword');
  return (
    <main className="login">
      <Form method="post" className="login-card">
        <div className="login-brand">
          <span className="login-mark">
            <Headset size={24} />
          </span>
          <div className="spread">
            <PageHeading>{companyName}</PageHeading>
            <p className="quiet">{t('product')}</p>
          </div>
          <LanguageButton />
        </div>
        {error && (
          <p ref={alert} tabIndex={-1} role="alert" className="login-error">
            <CircleAlert />
            {error}
          </p>
        )}
        <input type="hidden" name="to" value={to} />
        <TextInput name="login" label={t('name')} autoComplete="username" isRequired autoFocus />
        <TextInput
          name="password"
          label={t('password')}
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          isRequired
          end={
            <IconButton size="small" aria-label={toggle} aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
              {isShown ? <EyeOff /> : <Eye />}
            </IconButton>
          }
        />
        <Button type="submit" variant="contained" color="primary" fullWidth aria-disabled={isSubmitting}>
          {t(isSubmitting ? 'submitting' : 'submit')}
        </Button>
      </Form>
    </main>
  );
}
