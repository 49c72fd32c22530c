import { createText } from '@daylight/web-ui';
import type ko from './messages/ko.json';

/** Ids of the texts that both apps show in the same words; an app's own texts stand beside them. */
export type SharedMessageId = keyof typeof ko;

export const useText = createText<SharedMessageId>();
