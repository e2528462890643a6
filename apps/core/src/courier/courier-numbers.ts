import type { Answers } from '../form/answers.ts';
import type { FormDefinition } from '../form/form-definition.ts';
import { valueFields } from '../form/form-order.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';

/** A parcel's number in a ticket, and what the field is called that holds it. */
export interface CourierNumber {
  field: string;
  label: LocalizedText;
  number: string;
}

const mostNumbers = 20;
const longestNumber = 60;

/** The parcels that a ticket's courier-number fields name; a field may name several, apart by spaces or commas. */
export const courierNumbersOf = (form: FormDefinition, answers: Answers): CourierNumber[] =>
  valueFields(form)
    .filter((field) => field.type === 'text' && field.holds === 'courier_number')
    .flatMap(({ key, label }) => {
      const value = answers[key];
      const numbers = typeof value === 'string' ? value.split(/[\s,，;；、]+/).filter(Boolean) : [];
      return [...new Set(numbers)].map((number) => ({ field: key, label, number }));
    })
    .filter(({ number }) => number.length <= longestNumber)
    .slice(0, mostNumbers);
