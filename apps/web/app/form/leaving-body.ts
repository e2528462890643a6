/** Bytes; browsers send at most 64 KiB from a page that is gone (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const MOST_WHEN_GONE = 60_000;

/** What a request carries as JSON. */
export const jsonBody = (content: unknown): Blob => new Blob([JSON.stringify(content)], { type: 'application/json' });

/** Whether a request with this body may be sent with `keepalive`, so that it arrives after its page is gone. */
export const mayOutliveItsPage = (body: Blob): boolean => body.size < MOST_WHEN_GONE;
