import { z } from 'zod';

/** The name by which a part of a definition is known from version to version, e.g. `fault_code`. */
export const stableKey = z
  .string()
  .max(60)
  .regex(
    /^(?!constructor$)[a-z][a-z0-9_]*$/,
    'use lower-case letters, digits and _, beginning with a letter | 只能用小写字母、数字和下划线,并以字母开头',
  );

/** The name by which a group, role, calendar or ticket type is known in every system, e.g. `customer-service-1`. */
export const recordKey = z
  .string()
  .max(60)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'use lower-case letters and digits joined by - | 只能用小写字母和数字,以连字符连接',
  );
