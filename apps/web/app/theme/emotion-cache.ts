import createCache from '@emotion/cache';

export const emotionKey = 'mui';

export function createEmotionCache() {
  return createCache({ key: emotionKey });
}
