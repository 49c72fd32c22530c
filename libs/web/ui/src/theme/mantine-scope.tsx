import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Input.layer.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.js';

// The server puts the nonce of its Content-Security-Policy here; Mantine writes its variables into a <style>.
const nonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
// Our own preferences set the scheme on <html>; Mantine's variables follow it and must not write it.
const noRoot = (): undefined => undefined;

/**
 * What a Mantine widget needs around it. Only dialogs and long searchable lists are Mantine's, in chunks that are
 * fetched with them: with it around the whole app the sign-in page weighed 167 kB of the 150 that it may.
 */
export const MantineScope = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getStyleNonce={nonce} getRootElement={noRoot}>
    {children}
  </MantineProvider>
);
