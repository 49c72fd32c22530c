import type { SharedMessageId } from '@daylight/web-app';
import { createText } from '@daylight/web-ui';
import type ko from '../messages/ko.json';

export type MessageId = keyof typeof ko | SharedMessageId;

/** This app's texts and those of both apps by id; ids are typed by the Korean catalogues. */
export const useText = createText<MessageId>();
