import { createText } from '@daylight/web-ui';
import type ko from '../messages/ko.json';

export type MessageId = keyof typeof ko;

/** This app's texts by id; ids are typed by the Korean catalogue. */
export const useText = createText<MessageId>();
