import type { FormDefinition } from '@handoff/core/form/form-definition';
import Button from '@mui/material/Button';
import { useFetcher, useParams } from '@remix-run/react';
import { CircleAlert, CircleCheck, ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import type { FieldSources } from '~/form/field-sources.ts';
import { uploadTo } from '~/form/find-choices.ts';
import { TextInput } from '~/form/text-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { useAnswer } from '~/graphql/use-answer.ts';
import { keepAnswers, keepSent, readAnswers } from './kept-answers.ts';
import type { action, loader } from './public-form-page.tsx';
import { solveCaptcha } from './solve-captcha.ts';

type Page = Awaited<ReturnType<typeof loader>>['data'];

const nothing = () => Promise.resolve([]);
const contactField = 'contact_phone';
const KEEP_MILLISECONDS = 500;

interface PublicFormProps {
  page: Page;
  form: FormDefinition;
}

/** The fields, kept on this device until they are sent, and then the number of the ticket. */
export function PublicForm({ page, form }: PublicFormProps) {
  const { t } = useTranslation('external-form');
  const { token = '' } = useParams();
  const { submit, data: outcome, state: sending } = useFetcher<typeof action>();
  const [key, setKey] = useState(page.submissionKey);
  const [contact, setContact] = useState({ name: '', phone: '' });
  const [names, setNames] = useState<Record<string, string>>({});
  const [isRestored, setIsRestored] = useState(false);
  const [isSolving, setIsSolving] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const state = useDesignedForm({ form });
  const { setValue, setServerIssues, values } = state;
  const asksPhone = form.sections.every((section) => section.fields.every((field) => field.key !== contactField));

  useEffect(() => {
    const kept = readAnswers(token);
    if (kept) {
      setKey(kept.submissionKey);
      setContact({ name: kept.contactName, phone: kept.contactPhone });
      setNames(kept.names);
      for (const [field, value] of Object.entries(kept.answers)) setValue(field, value);
    }
    setIsRestored(true);
  }, [token, setValue]);

  const isSent = outcome?.ok === true;
  const isTouched = Object.keys(values).length > 0 || contact.name !== '' || contact.phone !== '';
  useEffect(() => {
    if (!isRestored || isSent || !isTouched) return;
    const timer = setTimeout(
      () =>
        keepAnswers(token, {
          submissionKey: key,
          answers: values,
          contactName: contact.name,
          contactPhone: contact.phone,
          names,
          at: Date.now(),
        }),
      KEEP_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [token, key, values, contact, names, isRestored, isSent, isTouched]);

  useAnswer(outcome, (answer) => {
    if (answer.ok) {
      keepAnswers(token, null);
      keepSent(token, { number: answer.value.number });
      return;
    }
    const ofForm = answer.fault.issues.filter((issue) => issue.path[0] === 'answers');
    setServerIssues(ofForm.map((issue) => ({ path: issue.path.slice(1), message: issue.message })));
    setRefusals((count) => count + 1);
  });

  const sources = useMemo<FieldSources>(
    () => ({
      findMembers: nothing,
      findDepartments: nothing,
      findCustomers: nothing,
      findProducts: nothing,
      areFilesHidden: true,
      names,
      upload: async (file) => {
        const kept = await uploadTo(`/f/${token}/files`, file, { submissionKey: key });
        setNames((before) => ({ ...before, [kept.id]: kept.name }));
        return kept;
      },
    }),
    [token, key, names],
  );

  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);

  const fault = outcome?.ok === false ? outcome.fault : null;
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  const needs = (value: string) => page.contact === 'REQUIRED' && value.trim() === '';
  const missing = (value: string) => (refusals > 0 && needs(value) ? t('public.missing') : undefined);
  const isBusy = isSolving || sending !== 'idle';

  const send = async () => {
    if (isBusy) return;
    const parsed = await state.submit();
    if (!parsed.ok || needs(contact.name) || (asksPhone && needs(contact.phone))) {
      setRefusals((count) => count + 1);
      return;
    }
    setIsSolving(true);
    setHasFailed(false);
    try {
      const captcha = page.needsCaptcha ? await solveCaptcha(token) : null;
      const input = {
        submissionKey: key,
        answers: parsed.answers,
        contactName: contact.name || null,
        contactPhone: (asksPhone && contact.phone) || null,
        captcha,
      };
      submit(JSON.stringify(input), { method: 'post', encType: 'application/json' });
    } catch {
      setHasFailed(true);
    } finally {
      setIsSolving(false);
    }
  };

  if (outcome?.ok) {
    return (
      <div className="public-form-note is-done" role="status">
        <CircleCheck size={20} />
        <div>
          <p>{outcome.value.thanks?.text ?? t('public.thanks')}</p>
          <p>
            {t('public.yourNumber')} <b className="mono">{outcome.value.number}</b>
          </p>
        </div>
      </div>
    );
  }
  const elsewhere = fault?.issues.find(
    (issue) => !['answers', 'contactName', 'contactPhone'].includes(issue.path[0] ?? ''),
  );
  const message = hasFailed
    ? t('public.failed')
    : fault && (fault.issues.length === 0 || elsewhere) && (elsewhere?.message ?? fault.message);
  return (
    <form
      ref={place}
      noValidate
      aria-label={page.title.text}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {page.intro && <p className="public-form-intro">{page.intro.text}</p>}
      <DesignedForm state={state} sources={sources} headingLevel={2} refusals={refusals} />
      {page.contact !== 'NONE' && (
        <div className="public-form-contact">
          <TextInput
            name="contactName"
            label={t('public.name')}
            isRequired={page.contact === 'REQUIRED'}
            autoComplete="name"
            maxLength={100}
            value={contact.name}
            error={errorAt('contactName') ?? missing(contact.name)}
            onChange={(name) => setContact((before) => ({ ...before, name }))}
          />
          {asksPhone && (
            <TextInput
              name="contactPhone"
              type="tel"
              label={t('public.phone')}
              isRequired={page.contact === 'REQUIRED'}
              autoComplete="tel"
              maxLength={40}
              value={contact.phone}
              error={errorAt('contactPhone') ?? missing(contact.phone)}
              onChange={(phone) => setContact((before) => ({ ...before, phone }))}
            />
          )}
        </div>
      )}
      {message && (
        <div role="alert" className="admin-fault">
          <CircleAlert size={16} />
          {message}
        </div>
      )}
      {page.needsCaptcha && (
        <p className="small quiet public-form-captcha" role="status">
          <ShieldCheck size={14} /> {t(isSolving ? 'public.checking' : 'public.checked')}
        </p>
      )}
      <Button type="submit" variant="contained" color="primary" fullWidth size="large" aria-disabled={isBusy}>
        {t(isBusy ? 'public.sending' : 'public.send')}
      </Button>
      <p className="small quiet">{t('public.kept')}</p>
    </form>
  );
}
