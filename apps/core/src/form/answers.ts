/** The pieces of one line of a product-lines field. `amountMinor` is always computed from the other three. */
export interface ProductLine {
  productId: string;
  name?: string;
  quantity: number;
  unitPriceMinor: number;
  discountMinor?: number;
  amountMinor: number;
}

/** The parts of an address field: region from the largest to the smallest, then street and number. */
export interface AddressValue {
  region: string[];
  detail: string;
}

export type AnswerValue = string | number | string[] | AddressValue | ProductLine[] | null;

/** What was filled in, by field key. An absent key was never filled in; null was emptied by hand. */
export type Answers = Readonly<Record<string, AnswerValue>>;
