import type { LocalizedText } from '@daylight/domain';
import type { ChainFault } from './chain/verify.js';

/** What a broken chain means, for whoever has to act on it. */
export const FAULT_TEXT: Readonly<Record<ChainFault, LocalizedText>> = {
  ENTRY_ALTERED: {
    ko: '이 감사 기록 또는 무결성 값이 봉인 이후에 변경되었거나 순서가 바뀌었습니다.',
    en: 'This entry, its seal or their order was changed after it had been sealed.',
  },
  ENTRY_MISSING: {
    ko: '봉인된 감사 기록이 삭제되었습니다.',
    en: 'A sealed entry was deleted.',
  },
  SEAL_MISSING: {
    ko: '무결성 값이 중간에 누락되었습니다. 이 순번의 감사 기록이 삭제되었을 수 있습니다.',
    en: 'The chain has a gap: the entry of this number may have been deleted with its seal.',
  },
  NEVER_SEALED: {
    ko: '정상적인 경로를 거치지 않고 추가된 감사 기록입니다.',
    en: 'This entry was slipped in past the way that every entry takes.',
  },
  HEAD_DIFFERS: {
    ko: '기록해 두신 무결성 값이 현재 기록과 일치하지 않습니다. 그 이전의 기록이 다시 작성되었습니다.',
    en: 'The chain no longer contains the head that was noted: it was rewritten at or before it, or cut short.',
  },
};

/** The noted head that was passed is no `seq:hash`. */
export const NOT_A_HEAD = 'a noted head is written seq:hash, as auditHead shows it';
