import type { Language } from '@daylight/domain';
import type { Letter, MailFacts } from './facts.js';

type ReviewMail = Extract<MailFacts, { template: 'REVIEW_PUBLISHED' | 'REVIEW_SIGNED' | 'REVIEW_AMENDED' }>;

interface Told {
  readonly subject: string;
  readonly body: string;
}

function inKorean({ template, period }: ReviewMail): Told {
  const review = `${period === null ? '' : `${period} `}분기 서비스 리뷰(QBR)`;
  switch (template) {
    case 'REVIEW_PUBLISHED':
      return {
        subject: `${review}가 발행되었습니다`,
        body: `${review}가 발행되었습니다. 내용을 확인하시고 서명해 주십시오.`,
      };
    case 'REVIEW_SIGNED':
      return { subject: `${review}에 서명되었습니다`, body: `${review}에 서명되었습니다.` };
    case 'REVIEW_AMENDED':
      return {
        subject: `${review}에 추록이 추가되었습니다`,
        body: `발행된 ${review}에 추록이 추가되었습니다. 발행된 수치와 서명은 그대로 유지되며, 달라진 내용은 추록에서 확인하실 수 있습니다.`,
      };
  }
}

function inEnglish({ template, period }: ReviewMail): Told {
  const review = period === null ? 'Your service review' : `The service review ${period}`;
  switch (template) {
    case 'REVIEW_PUBLISHED':
      return { subject: `${review} is published`, body: `${review} is published. Please read and sign it.` };
    case 'REVIEW_SIGNED':
      return { subject: `${review} is signed`, body: `${review} was signed.` };
    case 'REVIEW_AMENDED':
      return {
        subject: `${review} has an addendum`,
        body: `${review} has a new addendum. The published figures and the signatures stand; the addendum says what is different now.`,
      };
  }
}

/** What is told of a review: that it is published, signed, or that something was added to it since. */
export function letterOfReview(facts: ReviewMail, language: Language): Letter {
  const { subject, body } = language === 'ko' ? inKorean(facts) : inEnglish(facts);
  return {
    ...{ subject, paragraphs: [body], quote: null, notes: [] },
    facts: [[language === 'ko' ? '고객사' : 'Client', facts.tenantName]],
    action: { label: language === 'ko' ? '리뷰 보기' : 'Open the review', url: facts.url },
  };
}
