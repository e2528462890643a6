import type { ReactNode } from 'react';
import type { KeptFile } from './file-input.tsx';
import type { PickerChoice } from './picker-input.tsx';
import type { ProductChoice } from './product-lines-input.tsx';

/** Where fields find people, customers and products, and what the ids that a record already holds are called. */
export interface FieldSources {
  findMembers: (query: string) => Promise<PickerChoice[]>;
  findDepartments: (query: string) => Promise<PickerChoice[]>;
  findCustomers: (query: string) => Promise<PickerChoice[]>;
  findProducts: (query: string) => Promise<ProductChoice[]>;
  upload: (file: File) => Promise<KeptFile>;
  names: Readonly<Record<string, string>>;
  /** Uploaded files are named but not opened, as for somebody outside. */
  areFilesHidden?: boolean;
  /** What stands at the end of a phone field: a way to call the number. */
  dialFrom?: (fieldKey: string, value: string) => ReactNode;
}
