/** From when on a handler may ask for more time. */
export const EXTENSION_STARTS = ['any_time', 'approaching', 'overdue', 'never'] as const;
export type ExtensionStart = (typeof EXTENSION_STARTS)[number];
