import type {
  EscalationDelay,
  EscalationStep,
  EscalationTarget,
  Language,
  LocalizedText,
  PolicyChange,
} from '@daylight/domain';
import { unreachable } from '@daylight/domain';
import { targetName } from './names.js';

/** What the parts of a policy are called: what has no name any more stands with its id. */
export interface PolicyWords {
  readonly language: Language;
  readonly contacts: ReadonlyMap<string, string>;
  readonly contracts: ReadonlyMap<string, string>;
  readonly schedules: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly teams: readonly { readonly id: string; readonly name: LocalizedText }[];
}

const TYPES: Readonly<Record<string, LocalizedText>> = {
  INCIDENT: { ko: '장애', en: 'incidents' },
  SERVICE_REQUEST: { ko: '서비스 요청', en: 'service requests' },
  CHANGE: { ko: '변경', en: 'changes' },
  PROBLEM: { ko: '문제', en: 'problems' },
  SECURITY_INCIDENT: { ko: '보안 침해사고', en: 'security incidents' },
};

function listed(items: readonly string[], language: Language): string {
  return items.length === 0 ? (language === 'ko' ? '전체' : 'all') : items.join(', ');
}

function delayOf({ unit, minutes }: EscalationDelay, language: Language): string {
  const working = unit === 'CALENDAR_MINUTES';
  if (language === 'ko') return `${working ? '서비스 제공 시간 ' : ''}${minutes}분`;
  return `${minutes} ${working ? 'service-hour ' : ''}${minutes === 1 ? 'minute' : 'minutes'}`;
}

function targetOf(target: EscalationTarget, words: PolicyWords): string {
  if (target.kind === 'CONTACT') return words.contacts.get(target.contactId) ?? target.contactId;
  return targetName(target, words, words.language) ?? '';
}

const targetsOf = (targets: readonly EscalationTarget[], words: PolicyWords): string =>
  targets.map((target) => targetOf(target, words)).join(', ');

function sayStep({ delay, targets }: EscalationStep, words: PolicyWords): string {
  return `${delayOf(delay, words.language)}, ${targetsOf(targets, words)}`;
}

function sayTargets(
  { added, removed }: { readonly added: readonly EscalationTarget[]; readonly removed: readonly EscalationTarget[] },
  words: PolicyWords,
): string {
  const korean = words.language === 'ko';
  const parts = [
    ...(added.length === 0 ? [] : [`${korean ? '추가' : 'added'} ${targetsOf(added, words)}`]),
    ...(removed.length === 0 ? [] : [`${korean ? '제외' : 'removed'} ${targetsOf(removed, words)}`]),
  ];
  return parts.join(', ');
}

function sayScope(change: Extract<PolicyChange, { readonly kind: 'SCOPE' }>, words: PolicyWords): string {
  const { language, contracts } = words;
  const nameOf = (value: string): string =>
    change.of === 'contractIds' ? (contracts.get(value) ?? value) : (TYPES[value]?.[language] ?? value);
  const [from, to] = [change.from, change.to].map((list) => listed(list.map(nameOf), language));
  const what = {
    contractIds: { ko: '대상 계약', en: 'Contracts' },
    priorities: { ko: '대상 우선순위', en: 'Priorities' },
    types: { ko: '대상 유형', en: 'Types' },
  }[change.of][language];
  return `${what}: ${from} → ${to}`;
}

/** One change of a policy as a line of its history. */
export function sayPolicyChange(change: PolicyChange, words: PolicyWords): string {
  const { language } = words;
  const ko = language === 'ko';
  switch (change.kind) {
    case 'NAME':
      return `${ko ? '이름' : 'Name'}: ${change.from[language]} → ${change.to[language]}`;
    case 'SCOPE':
      return sayScope(change, words);
    case 'STEP_ADDED':
      return `${ko ? `${change.number}단계 추가` : `Step ${change.number} added`}: ${sayStep(change.step, words)}`;
    case 'STEP_REMOVED':
      return `${ko ? `${change.number}단계 삭제` : `Step ${change.number} removed`}: ${sayStep(change.step, words)}`;
    case 'STEP_MOVED':
      return ko ? `순서: ${change.from}단계 → ${change.to}단계` : `Order: step ${change.from} → step ${change.to}`;
    case 'STEP_DELAY':
      return `${ko ? `${change.number}단계 대기` : `Step ${change.number}, wait`}: ${delayOf(change.from, language)} → ${delayOf(change.to, language)}`;
    case 'STEP_TARGETS':
      return `${ko ? `${change.number}단계 대상` : `Step ${change.number}, who is called`}: ${sayTargets(change, words)}`;
    case 'REPEATS':
      return `${ko ? '반복 횟수' : 'Repeats'}: ${change.from} → ${change.to}`;
    case 'AFTER_LAST':
      return `${ko ? '마지막 단계 이후 대기' : 'Wait after the last step'}: ${delayOf(change.from, language)} → ${delayOf(change.to, language)}`;
    case 'FALLBACK':
      return `${ko ? '최종 연락처' : 'Fallback'}: ${sayTargets(change, words)}`;
    case 'ARCHIVED':
      return ko ? '사용 중지' : 'Taken out of use';
    case 'RESTORED':
      return ko ? '다시 사용' : 'Brought back into use';
    default:
      return unreachable(change);
  }
}

/** What a policy began with, step by step. */
export function sayPolicyBeginning(steps: readonly EscalationStep[], words: PolicyWords): readonly string[] {
  return steps.map(
    (step, index) => `${words.language === 'ko' ? `${index + 1}단계` : `Step ${index + 1}`}: ${sayStep(step, words)}`,
  );
}
