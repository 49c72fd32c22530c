import type { Language } from '@daylight/domain';
import {
  amountOf,
  periodOfWords,
  sayToldOfAvailability,
  stretchOf,
  type ToldOfAvailability,
} from '../availability/told.js';
import type { Letter, MailFacts } from './facts.js';

type Facts = Extract<MailFacts, { readonly template: ToldOfAvailability }>;

const ACTIONS = {
  OUTAGE_UPDATED: { ko: '서비스 현황 보기', en: 'See the status page' },
  MAINTENANCE_TOLD: { ko: '작업 일정 보기', en: 'See the maintenance calendar' },
  EXCLUSION_PROPOSED: { ko: '제안 확인하기', en: 'Answer the proposal' },
  CREDIT_PROPOSED: { ko: '크레딧 확인하기', en: 'See the credit' },
  CREDIT_ANSWERED: { ko: '크레딧 확인하기', en: 'See the credit' },
} as const satisfies Readonly<Record<ToldOfAvailability, Readonly<Record<Language, string>>>>;

const NOTES = {
  MAINTENANCE_TOLD: {
    ko: '작업 시간이 가용률에서 제외되는지는 계약의 사전 통보 조건에 따르며, 통보 기간은 이 메일이 전달된 때부터 계산합니다.',
    en: 'Whether the work is left out of the availability figure depends on the notice your contract asks for, which counts from the delivery of this mail.',
  },
  EXCLUSION_PROPOSED: {
    ko: '동의하시기 전까지 이 시간은 가용률에 그대로 산정됩니다.',
    en: 'Until you accept it, this time counts in full.',
  },
} as const;

/** A mail about an outage, planned work, an exclusion or a credit. */
export function letterOfAvailability({ template, words, tenantName, url }: Facts, language: Language): Letter {
  const ko = language === 'ko';
  const said = sayToldOfAvailability(template, words, language);
  const text = words[ko ? 'textKo' : 'textEn'] ?? words['text'] ?? '';
  const rows = [
    [ko ? '고객사' : 'Client', tenantName],
    [ko ? '서비스' : 'Service', words[ko ? 'serviceKo' : 'serviceEn'] ?? ''],
    [ko ? '시각' : 'Time', stretchOf(words, language)],
    [ko ? '기간' : 'Period', periodOfWords(words, language)],
    [ko ? '금액' : 'Amount', amountOf(words, language)],
  ] as const;
  const note = template === 'MAINTENANCE_TOLD' || template === 'EXCLUSION_PROPOSED' ? NOTES[template][language] : null;
  return {
    subject: said.replace(/\.$/, ''),
    paragraphs: [said],
    facts: rows.filter(([, value]) => value !== ''),
    quote: text === '' ? null : text,
    action: { label: ACTIONS[template][language], url },
    notes: note === null ? [] : [note],
  };
}
