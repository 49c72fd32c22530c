import type ko from '../messages/ko.json';
import { createText } from './text.js';

export type UiMessageId = keyof typeof ko;

/** The kit's own texts. */
export const useUiText = createText<UiMessageId>();
