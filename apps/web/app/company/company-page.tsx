import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import type { FormField } from '~/admin/form-field.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useToast } from '~/shell/toast.tsx';
import { companyQuery, updateCompanyMutation } from './company-operations.ts';

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, companyQuery);

export const action = defineAction({ update: updateCompanyMutation });

const languages = { ZH: '中文', EN: 'English' } as const;

/** What the company is called, and the clock and language that hold where nobody has chosen their own. */
export default function CompanyPage() {
  const { t } = useTranslation('admin');
  const { company } = useLoaderData<typeof loader>();
  const toast = useToast();
  const [begun, setBegun] = useState(company);
  const fields: FormField[] = [
    {
      name: 'name',
      label: t('company.name'),
      kind: 'text',
      isRequired: true,
      hint: t('company.nameHint', { placeholder: '{{company.name}}' }),
    },
    {
      name: 'shortName',
      label: t('company.shortName'),
      kind: 'text',
      isRequired: true,
      hint: t('company.shortNameHint'),
    },
    { name: 'zone', label: t('company.zone'), kind: 'zone', isRequired: true, hint: t('company.zoneHint') },
    {
      name: 'locale',
      label: t('company.locale'),
      kind: 'select',
      isRequired: true,
      hint: t('company.localeHint'),
      options: Object.entries(languages).map(([value, label]) => ({ value, label })),
    },
  ];
  const { name, shortName, zone, locale } = begun;
  return (
    <AdminPage title={t('tab.company')}>
      {company.version > begun.version && (
        <div className="admin-note" role="status">
          <p className="spread">{t('company.changed', { ...company, language: languages[company.locale] })}</p>
          <Button size="small" onClick={() => setBegun(company)}>
            {t('company.takeOver')}
          </Button>
        </div>
      )}
      <RecordForm
        key={begun.version}
        intent="update"
        fields={fields}
        initial={{ name, shortName, zone, locale }}
        fixed={{ expectedVersion: company.version }}
        submitLabel={t('save')}
        onSaved={(value) => {
          const saved = value as { company?: typeof company };
          if (saved.company) setBegun(saved.company);
          toast(t('saved'));
        }}
      />
    </AdminPage>
  );
}
