/** Text that people read, in both languages of the product. */
export interface LocalizedText {
  en: string;
  zh: string;
}
