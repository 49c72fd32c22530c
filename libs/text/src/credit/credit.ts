import type {
  CapWorking,
  CreditWorking,
  Language,
  PartWorking,
  PayableAttainment,
  TerminationRight,
} from '@daylight/domain';
import { grouped, sayAmount, sayMinor, sayPpm, sayRatio } from './numbers.js';

const ROUNDING = {
  HALF_UP: { ko: '반올림', en: 'half up' },
  TRUNCATE: { ko: '절사', en: 'cut off' },
} as const;

const CAP_OF = {
  ITEM: { ko: '해당 서비스', en: 'the service' },
  CONTRACT: { ko: '계약 전체', en: 'the contract' },
} as const;

const CAP_PER = { MONTH: { ko: '월', en: 'month' }, YEAR: { ko: '연', en: 'year' } } as const;

/** The steps from fee to credit in the order of the agreement, one line each, amounts before rounding exact or marked `…`. */
export function sayCredit(credit: CreditWorking, language: Language): readonly string[] {
  const { parts, cap, feeCurrency } = credit;
  const several = parts.length > 1;
  return [
    ...parts.flatMap((part) => sayPart(part, feeCurrency, language, several)),
    ...(several ? [sayEarned(credit, language)] : []),
    ...(cap === null ? [] : [sayCap(cap, credit, language)]),
    ...sayExchange(credit, language),
    ...sayTotal(credit, language),
  ];
}

function sayPart(part: PartWorking, currency: string, language: Language, named: boolean): readonly string[] {
  const fees = part.feeLines.map((line) => {
    const monthly = sayMinor(line.monthlyFeeMinor, currency, language);
    if (line.days === line.daysInMonth) return `${feeName(line.month, language)}: ${monthly}`;
    const sum = sayAmount(line.amount, currency, language);
    return `${feeName(line.month, language)}: ${monthly} × ${line.days} ÷ ${line.daysInMonth} = ${sum}`;
  });
  const heading = language === 'ko' ? `개정본 ${part.versionId}` : `Version ${part.versionId}`;
  return [...(named ? [heading] : []), ...fees, ...sayTier(part, currency, language)];
}

function feeName(month: string, language: Language): string {
  return language === 'ko' ? `요금 ${month}` : `Fee ${month}`;
}

function sayTier(
  { measured, tier, fee, earned }: PartWorking,
  currency: string,
  language: Language,
): readonly string[] {
  const ko = language === 'ko';
  if (measured === null) return [ko ? '데이터가 없어 크레딧이 없습니다' : 'No credit, since there is no data'];
  const figure = sayRatio(measured, language);
  if (tier === null) return [ko ? `구간: ${figure}는 크레딧 대상이 아님` : `Step: ${figure} earns no credit`];
  const [from, below, credit] = [tier.fromPpm, tier.belowPpm, tier.creditPpm].map((ppm) => sayPpm(ppm, language));
  const range = ko
    ? `구간: ${from} 이상 ${below} 미만(실적 ${figure}) → ${credit}`
    : `Step: ${from} or more, less than ${below} (measured ${figure}) → ${credit}`;
  const [before, after] = [fee, earned].map((amount) => sayAmount(amount, currency, language));
  return [range, `${ko ? '크레딧' : 'Credit'}: ${before} × ${credit} = ${after}`];
}

function sayEarned({ parts, earned, feeCurrency }: CreditWorking, language: Language): string {
  const sum = parts.map((part) => sayAmount(part.earned, feeCurrency, language)).join(' + ');
  return `${language === 'ko' ? '합' : 'Sum'}: ${sum} = ${sayAmount(earned, feeCurrency, language)}`;
}

function sayCap(working: CapWorking, { feeCurrency, capped }: CreditWorking, language: Language): string {
  const { cap, fee, limitMinor, usedMinor, roomMinor, cuts } = working;
  const money = (minor: number) => sayMinor(minor, feeCurrency, language);
  const share = `${sayAmount(fee, feeCurrency, language)} × ${sayPpm(cap.limitPpm, language)} = ${money(limitMinor)}`;
  const result = sayAmount(capped, feeCurrency, language);
  if (language === 'ko') {
    const used = usedMinor === 0 ? '' : `, 기사용 ${money(usedMinor)}, 잔여 ${money(roomMinor)}`;
    return `한도(${CAP_OF[cap.of].ko}, ${CAP_PER[cap.per].ko}): ${share}${used} → ${cuts ? `한도 적용 ${result}` : '한도 이내'}`;
  }
  const used = usedMinor === 0 ? '' : `, ${money(usedMinor)} used, ${money(roomMinor)} left`;
  return `Cap (${CAP_OF[cap.of].en}, per ${CAP_PER[cap.per].en}): ${share}${used} → ${cuts ? `cut to ${result}` : 'not reached'}`;
}

function sayExchange(
  { exchange, capped, feeCurrency, currency }: CreditWorking,
  language: Language,
): readonly string[] {
  if (exchange === null) return [];
  const { rate, source, date } = exchange.used;
  const sum = `${sayAmount(capped, feeCurrency, language)} × ${rate} = ${sayAmount(exchange.amount, currency, language)}`;
  return [language === 'ko' ? `환율(${source}, ${date}): ${sum}` : `Rate (${source}, ${date}): ${sum}`];
}

function sayTotal(
  { rounding, amountMinor, currency, vat, totalMinor }: CreditWorking,
  language: Language,
): readonly string[] {
  const ko = language === 'ko';
  const how = ROUNDING[rounding][language];
  const amount = sayMinor(amountMinor, currency, language);
  if (vat === null) return [ko ? `크레딧 확정(${how}): ${amount}` : `Credit (rounded, ${how}): ${amount}`];
  const [tax, total] = [vat.minor, totalMinor].map((minor) => sayMinor(minor, currency, language));
  const rate = sayPpm(vat.ratePpm, language);
  if (ko)
    return [`크레딧 공급가액(${how}): ${amount}`, `부가세: ${amount} × ${rate} = ${tax}(${how})`, `합계: ${total}`];
  return [
    `Credit before VAT (rounded, ${how}): ${amount}`,
    `VAT: ${amount} × ${rate} = ${tax} (${how})`,
    `Total: ${total}`,
  ];
}

/** Attainment as its ladder reads it, and what availability pays for already. */
export function sayPayable({ met, missed, ratio, leftOut }: PayableAttainment, language: Language): readonly string[] {
  const ko = language === 'ko';
  const share =
    ratio === null
      ? [ko ? '판정이 없어 데이터 없음' : 'no data, since nothing was judged']
      : [`${grouped(met)} ÷ (${grouped(met)} + ${grouped(missed)}) = ${sayRatio(ratio, language)}`];
  const left = ko
    ? `가용률 크레딧과 같은 사건이라 제외한 미준수: ${leftOut.join(', ')}`
    : `Misses left out, since availability pays for the event: ${leftOut.join(', ')}`;
  return [`${ko ? '준수율' : 'Attainment'}: ${share.join('')}`, ...(leftOut.length === 0 ? [] : [left])];
}

/** Where repeated misses stand against the right to terminate. */
export function sayTermination({ reached, misses, rule }: TerminationRight, language: Language): string {
  if (language === 'ko') {
    const state = reached ? '해지권 요건 충족(법률 자문 필요)' : '해지권 요건 미충족';
    return `최근 ${rule.periods}개 기간 중 미달 ${misses}회(기준 ${rule.misses}회): ${state}`;
  }
  const state = reached ? 'right to terminate reached (check with counsel)' : 'right to terminate not reached';
  return `${misses} missed in the last ${rule.periods} periods, ${rule.misses} needed: ${state}`;
}
