/** The pages, as Remix builds them; bundled with the server. */
declare module 'virtual:remix/server-build';
