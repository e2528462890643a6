import type { LocalizedText } from '../../platform/text/localized-text.ts';

/** A time in seconds as hours and minutes; in seconds below a minute. */
export function duration(seconds: number): LocalizedText {
  const sign = seconds < 0 ? '-' : '';
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes === 0)
    return { en: `${sign}${Math.round(Math.abs(seconds))} s`, zh: `${sign}${Math.round(Math.abs(seconds))} 秒` };
  const en = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
  const zh = [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ');
  return { en: sign + en, zh: sign + zh };
}
