import { createText } from '@daylight/web-ui';
import type ko from './messages/ko.json';

/** Texts that both apps show in the same words. */
export const useText = createText<keyof typeof ko>();
