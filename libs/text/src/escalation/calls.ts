import type {
  Callable,
  CoverageGap,
  EscalationDirectory,
  Language,
  SimulatedMoment,
  Simulation,
  Skipped,
} from '@daylight/domain';
import { sayInstant, sayInstantAndZone } from '../explain/instant.js';
import { channelName, targetName } from './names.js';
import { saySkipReason } from './reasons.js';

/** In which names, zone and language something is said. */
export interface CallWords {
  readonly directory: Pick<EscalationDirectory, 'schedules' | 'teams'>;
  readonly zone: string;
  readonly language: Language;
}

/** `김지훈(온콜 인프라), 문자·전화` / `Kim Jihun (on call: Infrastructure), text message, phone` */
export function sayCall(call: Callable, words: CallWords): string {
  return `${who(call, words)}, ${channels(call, words)}`;
}

/** `이매니저: 연락 가능 시간 외, ...`; the target's name where nobody is behind it. */
export function saySkipped({ target, name, personId, contactId, reason }: Skipped, words: CallWords): string {
  const fallback = personId ?? contactId ?? (target.kind === 'CONTACT' ? target.contactId : '');
  const subject = name ?? targetName(target, words.directory, words.language) ?? fallback;
  return `${subject}: ${saySkipReason(reason, words.zone, words.language)}`;
}

/**
 * "P1 at 03:00 Sunday for this client: who, when", a line per step and one for the end (D-ESC-1). Instants in `zone`, which
 * the first line names.
 */
export function saySimulation(simulation: Simulation, words: CallWords): readonly string[] {
  const { language, zone } = words;
  const start = sayInstantAndZone(simulation.startedAt, zone, language);
  const first = language === 'ko' ? `${start}에 발생하면 다음과 같이 연락합니다.` : `If it happens on ${start}:`;
  const lines = simulation.moments.map((moment) => sayMoment(moment, numberOf(moment, simulation), words));
  return [first, ...lines, sayEnd(simulation, words)];
}

/** Where nobody can be reached (D-ESC-2). */
export function sayGap({ priority, from, to }: CoverageGap, zone: string, language: Language): string {
  const [start, end] = [sayInstant(from, zone, language), sayInstantAndZone(to, zone, language)];
  if (language === 'ko') return `${priority}: ${start} ~ ${end} 사이에 연락 가능한 사람이 없습니다.`;
  return `${priority}: nobody can be reached from ${start} to ${end}.`;
}

function sayMoment(moment: SimulatedMoment, step: number, words: CallWords): string {
  const { language, zone } = words;
  const at = sayInstant(moment.at, zone, language);
  const korean = language === 'ko';
  const place = korean ? `${moment.round}회차 ${step}단계` : `round ${moment.round}, step ${step}`;
  const calls = moment.callable.map((call) => sayCall(call, words)).join('; ');
  const nobody = korean ? '연락 가능한 사람 없음' : 'nobody can be reached';
  return `${at}, ${place}: ${calls === '' ? nobody : calls}${sayPassedOver(moment.skipped, words)}`;
}

function sayPassedOver(skipped: readonly Skipped[], words: CallWords): string {
  if (skipped.length === 0) return '';
  const list = skipped.map((one) => saySkipped(one, words)).join('; ');
  return words.language === 'ko' ? ` (제외: ${list})` : ` (not called: ${list})`;
}

function sayEnd({ exhaustedAt, fallback }: Simulation, words: CallWords): string {
  const { language, zone } = words;
  const at = sayInstant(exhaustedAt, zone, language);
  const calls = fallback.callable.map((call) => sayCall(call, words)).join('; ');
  const passedOver = sayPassedOver(fallback.skipped, words);
  if (language === 'ko') {
    const last = calls === '' ? '연락 가능한 최종 연락처 없음' : `최종 연락처 ${calls}`;
    return `${at}까지 확인 응답이 없으면: ${last}${passedOver}, 관리자에게 경보 발송`;
  }
  const last = calls === '' ? 'no fallback can be reached' : `fallback ${calls}`;
  return `Without an acknowledgement by ${at}: ${last}${passedOver}, and the administrators are alarmed`;
}

/** Which step of its round a moment is, from 1. */
function numberOf(moment: SimulatedMoment, { moments }: Simulation): number {
  return 1 + moments.filter(({ round }) => round === moment.round).indexOf(moment);
}

function who({ target, contact }: Callable, { directory, language }: CallWords): string {
  const because = targetName(target, directory, language);
  if (because === null) return contact.name;
  return language === 'ko' ? `${contact.name}(${because})` : `${contact.name} (${because})`;
}

function channels(call: Callable, { language }: CallWords): string {
  return call.channels.map(({ kind }) => channelName(kind, language)).join(language === 'ko' ? '·' : ', ');
}
