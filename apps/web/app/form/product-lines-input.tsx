import type { ProductLine } from '@handoff/core/form/answers';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { LatePickerInput } from './late-picker-input.tsx';
import { NumberInput } from './number-input.tsx';
import type { PickerChoice } from './picker-input.tsx';

export interface ProductChoice extends PickerChoice {
  unitPriceMinor: number;
}

interface ProductLinesInputProps extends FieldFrameProps {
  value: readonly ProductLine[];
  currency: string;
  findProducts: (query: string) => Promise<ProductChoice[]>;
  onChange: (value: ProductLine[]) => void;
  isReadOnly?: boolean;
}

const withAmount = (line: ProductLine): ProductLine => ({
  ...line,
  amountMinor: Math.round(line.quantity * line.unitPriceMinor) - (line.discountMinor ?? 0),
});

export function ProductLinesInput(props: ProductLinesInputProps) {
  const { value, currency, findProducts, onChange, isReadOnly } = props;
  const { t } = useTranslation('form');
  const format = useFormat();
  const change = (index: number, part: Partial<ProductLine>) =>
    onChange(value.map((line, place) => (place === index ? withAmount({ ...line, ...part }) : line)));
  const add = ([product]: PickerChoice[]) => {
    if (!product || !('unitPriceMinor' in product)) return;
    const unitPriceMinor = Number(product.unitPriceMinor);
    onChange([
      ...value,
      withAmount({ productId: product.id, name: product.label, quantity: 1, unitPriceMinor, amountMinor: 0 }),
    ]);
  };
  return (
    <FieldFrame {...props} isGroup>
      {() => (
        <div className="product-lines">
          {value.map((line, index) => (
            <div key={`${line.productId} ${index}`} className="product-line">
              <span className="cut spread">{line.name ?? line.productId}</span>
              <NumberInput
                name={`quantity.${index}`}
                label={t('line.quantity')}
                value={line.quantity}
                isReadOnly={isReadOnly}
                onChange={(quantity) => typeof quantity === 'number' && change(index, { quantity })}
              />
              <NumberInput
                name={`price.${index}`}
                label={t('line.price')}
                minorDigits={2}
                value={line.unitPriceMinor}
                isReadOnly={isReadOnly}
                onChange={(price) => typeof price === 'number' && change(index, { unitPriceMinor: price })}
              />
              <span className="product-amount" title={t('line.amount')}>
                {format.money(line.amountMinor, currency)}
              </span>
              {!isReadOnly && (
                <IconButton
                  size="small"
                  aria-label={t('line.remove', { name: line.name ?? line.productId })}
                  onClick={() => onChange(value.filter((_, place) => place !== index))}
                >
                  <X />
                </IconButton>
              )}
            </div>
          ))}
          {!isReadOnly && <LatePickerInput label={t('line.add')} value={[]} find={findProducts} onChange={add} />}
        </div>
      )}
    </FieldFrame>
  );
}
