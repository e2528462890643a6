import '@remix-run/node';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Also in the answer's `x-request-id` and in the log. */
    requestId: string;
  }
}
