import { CacheProvider } from '@emotion/react';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startClientI18n } from './i18n/i18n.client.ts';
import { holdEvents, LetEventsPass } from './shell/hold-events.client.tsx';
import { createEmotionCache } from './theme/emotion-cache.ts';

const i18n = await startClientI18n();
const cache = createEmotionCache();

// A page that is left while its data stream in stops reading them, and Remix lets that refusal go unheard.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

holdEvents();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <CacheProvider value={cache}>
          <LetEventsPass>
            <RemixBrowser />
          </LetEventsPass>
        </CacheProvider>
      </I18nextProvider>
    </StrictMode>,
  );
});
