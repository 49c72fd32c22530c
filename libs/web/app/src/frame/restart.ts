import { createContext, useContext } from 'react';

export const RestartContext = createContext<() => void>(() => undefined);

/** Begins again with an empty cache: after signing in or out, or for another company. */
export const useRestart = (): (() => void) => useContext(RestartContext);
