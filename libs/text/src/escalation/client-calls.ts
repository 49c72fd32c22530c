import type { Callable, Language, LocalizedText } from '@daylight/domain';
import { channelName } from './names.js';

const HIDDEN: Readonly<Record<Callable['target']['kind'], LocalizedText>> = {
  SCHEDULE: { ko: '당직 엔지니어', en: 'engineer on call' },
  TEAM: { ko: '담당 팀 엔지니어', en: 'engineer of the team in charge' },
  ROLE: { ko: '서비스 제공사 담당자', en: 'person in charge at the provider' },
  CONTACT: { ko: '서비스 제공사 담당자', en: 'person in charge at the provider' },
};

/** A call as a client may know it: people whom the provider doesn't show (no name) by what they are there for. */
export function sayCallToClient({ target, contact, channels }: Callable, language: Language): string {
  const who = contact.name === '' ? HIDDEN[target.kind][language] : contact.name;
  const ways = [...new Set(channels.map(({ kind }) => channelName(kind, language)))];
  return `${who}, ${ways.join(language === 'ko' ? '·' : ', ')}`;
}
