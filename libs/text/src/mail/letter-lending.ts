import type { Language } from '@daylight/domain';
import { sayLentApprovals } from '../told/of-lending.js';
import type { Letter, MailFacts } from './facts.js';

type Facts = Extract<MailFacts, { readonly template: 'APPROVALS_LENT' }>;

/** Tells a delegate what may be approved for whom, and until when. */
export function letterOfLending({ lent, tenantName, url }: Facts, language: Language): Letter {
  const said = sayLentApprovals(lent, language);
  const { byName, from, until } = lent;
  if (language === 'ko') {
    return {
      subject: `${byName} 님이 승인 권한을 위임했습니다(${until}까지)`,
      paragraphs: [said, '이 기간에 하시는 계약 동의와 리뷰 서명에는 두 분의 이름이 함께 기록됩니다.'],
      facts: [
        ['고객사', tenantName],
        ['위임한 승인권자', byName],
        ['기간', `${from} ~ ${until}`],
      ],
      quote: null,
      action: { label: '위임 내용 보기', url },
      notes: [],
    };
  }
  return {
    subject: `${byName} lent you their approvals until ${until}`,
    paragraphs: [said, 'What you agree to or sign in this time is recorded under both of your names.'],
    facts: [
      ['Company', tenantName],
      ['Lent by', byName],
      ['Days', `${from} – ${until}`],
    ],
    quote: null,
    action: { label: 'See what was lent', url },
    notes: [],
  };
}
