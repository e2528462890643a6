import { createContext, useContext } from 'react';

/** Empty in the browser, which hides nonces from scripts. */
const NonceContext = createContext('');

export const NonceProvider = NonceContext.Provider;
export const useNonce = () => useContext(NonceContext);
