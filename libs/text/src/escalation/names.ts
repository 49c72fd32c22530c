import type {
  ChannelKind,
  EscalationTarget,
  Language,
  LoadFlag,
  LocalizedText,
  StatutoryBearer,
  StatutoryRecipient,
} from '@daylight/domain';
import { unreachable } from '@daylight/domain';

const CHANNELS: Readonly<Record<ChannelKind, LocalizedText>> = {
  EMAIL: { ko: '이메일', en: 'e-mail' },
  SMS: { ko: '문자', en: 'text message' },
  VOICE: { ko: '전화', en: 'phone' },
  MESSENGER: { ko: '메신저', en: 'messenger' },
  CHAT_WEBHOOK: { ko: '채팅 채널', en: 'chat channel' },
};

const FLAGS: Readonly<Record<LoadFlag, LocalizedText>> = {
  HOURS_OVER_LIMIT: { ko: '주간 당직 시간 초과', en: 'Too many hours on call this week' },
  NIGHTS_OVER_LIMIT: { ko: '주간 야간 당직 횟수 초과', en: 'Too many nights on call this week' },
  ON_HOLIDAY: { ko: '공휴일 당직', en: 'On call on a holiday' },
};

const BEARERS: Readonly<Record<StatutoryBearer, LocalizedText>> = {
  CONTROLLER: { ko: '개인정보처리자(고객사)', en: 'Controller (the client)' },
  PROCESSOR: { ko: '수탁자(서비스 제공사)', en: 'Processor (the provider)' },
  SERVICE_PROVIDER: { ko: '해당 서비스 사업자', en: 'Operator of the service' },
};

const RECIPIENTS: Readonly<Record<StatutoryRecipient, LocalizedText>> = {
  REGULATOR: { ko: '관계 기관', en: 'Authority' },
  DATA_SUBJECTS: { ko: '정보주체', en: 'Data subjects' },
  CONTROLLER: { ko: '개인정보처리자', en: 'Controller' },
  USERS: { ko: '이용자', en: 'Users' },
};

/** A way to reach somebody, for a list or the middle of a sentence. */
export function channelName(kind: ChannelKind, language: Language): string {
  return CHANNELS[kind][language];
}

/** What is remarkable about somebody's week on call. */
export function loadFlagName(flag: LoadFlag, language: Language): string {
  return FLAGS[flag][language];
}

/** Whose duty a statutory notice is. */
export function bearerName(bearer: StatutoryBearer, language: Language): string {
  return BEARERS[bearer][language];
}

/** Whom a statutory notice is owed to. */
export function recipientName(recipient: StatutoryRecipient, language: Language): string {
  return RECIPIENTS[recipient][language];
}

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
}

/** Why somebody is called: `온콜 인프라` / `on call: Infrastructure`; null for a contact, who is named already. */
export function targetName(
  target: EscalationTarget,
  { schedules, teams }: Readonly<Record<'schedules' | 'teams', readonly Named[]>>,
  language: Language,
): string | null {
  const found = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name[language] ?? id;
  switch (target.kind) {
    case 'CONTACT':
      return null;
    case 'ROLE':
      return target.role;
    case 'SCHEDULE':
      return `${language === 'ko' ? '온콜 ' : 'on call: '}${found(schedules, target.scheduleId)}`;
    case 'TEAM':
      return `${language === 'ko' ? '' : 'team '}${found(teams, target.teamId)}${language === 'ko' ? ' 팀' : ''}`;
    default:
      return unreachable(target);
  }
}
