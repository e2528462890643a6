import type { LocalizedText } from '@handoff/core/platform/localized-text';
import { localize } from '@handoff/core/platform/localize';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';

interface SpanRowsProps<Span extends { name?: LocalizedText | undefined }> {
  title: string;
  add: string;
  spans: readonly Span[];
  columns: readonly { key: keyof Span & string; label: string; type: 'date' | 'time' }[];
  empty: Span;
  errorAt: (index: number) => string | undefined;
  onChange: (spans: Span[]) => void;
}

/** Dated spans, a row each; a row's fault stands below its first field. */
export function SpanRows<Span extends { name?: LocalizedText | undefined }>(props: SpanRowsProps<Span>) {
  const { title, add, spans, columns, empty, errorAt, onChange } = props;
  const { t, i18n } = useTranslation('admin');
  const set = (index: number, key: keyof Span, value: string) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, [key]: value } : span)));
  return (
    <section className="admin-section">
      <h2>{title}</h2>
      {spans.map((span, index) => (
        <div key={index} className="admin-filter">
          {columns.map(({ key, label, type }, at) => (
            <TextInput
              key={key}
              name={key}
              type={span[key] === '24:00' ? 'text' : type}
              label={label}
              value={String(span[key])}
              error={at === 0 ? errorAt(index) : undefined}
              onChange={(value) => set(index, key, value)}
            />
          ))}
          {span.name && <span className="quiet">{localize(span.name, i18n.language)}</span>}
          <Button
            size="small"
            aria-label={`${t('remove')}: ${title} ${index + 1}`}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" startIcon={<Plus size={14} />} onClick={() => onChange([...spans, empty])}>
          {add}
        </Button>
      </div>
    </section>
  );
}
