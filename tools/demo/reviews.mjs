// Last quarter's reviews: Hanbit's waits for the client's signature, Nordlys's has both, Dodam's is being written.
import {
  addReviewAction,
  commentReview,
  createReview,
  editReview,
  publishReview,
  shareReview,
  signReview,
  TZ_DATA_VERSION,
} from '@daylight/api-reviews';
import { addDays, localDateOf } from '@daylight/domain';
import { expect } from './connections.mjs';
import { lastQuarter } from './quarters.mjs';

const HANBIT = {
  SUMMARY: {
    ko: '분기 동안 주요 서비스는 안정적으로 운영되었습니다. P3 최초 응답 목표를 3시간으로 단축한 이후에도 준수율이 유지되고 있으며, 야간 장애는 당직 체계로 대응했습니다.',
    en: 'The main services ran steadily through the quarter. Attainment held after the first response target for P3 was cut to three hours; night incidents were handled on call.',
  },
  SERVICE_LEVELS: {
    ko: '최초 응답 미준수 건은 대부분 월요일 오전에 집중되었습니다. 10월부터 월요일 오전 인력을 한 명 늘렸습니다.',
    en: 'Missed first responses cluster on Monday mornings. Since the new quarter one more engineer is on duty then.',
  },
  INCIDENTS: {
    ko: '야간 저장소 경로 장애는 예비 경로 전환으로 복구했고, 동일 구성의 장비를 모두 점검했습니다.',
    en: 'The storage path failures at night were solved by switching paths; all devices of that build have been checked.',
  },
  OUTLOOK: {
    ko: '보안 관제를 추가하는 변경계약을 제안드렸습니다. 연말 동결 기간 전에 월 마감 배치 개선을 마치겠습니다.',
    en: 'An amendment that adds security monitoring has been proposed. The month-end batch will be improved before the year-end freeze.',
  },
};
const NORDLYS = {
  SUMMARY: {
    ko: '터미널 무선 장애가 줄었고 예약 시스템은 안정화되었습니다.',
    en: 'Fewer wireless drops at the terminals, and the booking system has settled after the label template was replaced.',
  },
  OUTLOOK: {
    ko: 'EDI 게이트웨이 업그레이드를 마쳤으며, TMS 이전은 별도 제안으로 논의합니다.',
    en: 'The EDI gateway is upgraded; moving the TMS is discussed in a separate offer.',
  },
};
const DODAM = {
  SUMMARY: { ko: '특가 시간대의 결제 오류 이후 사전 증설 절차를 마련했습니다. (작성 중)', en: '' },
};

const action = (owner, ko, en) => ({ owner, title: { ko, en } });
const HANBIT_ACTIONS = [
  action('PROVIDER', '월 마감 배치와 원가 재계산의 수행 시간 분리', 'Run month-end batch and cost calculation apart'),
  action('PROVIDER', '제4공장 무선 AP 교체 계획 수립', 'Plan the replacement of access points in plant 4'),
  action('CLIENT', '퇴사자 계정 목록을 매주 금요일에 공유', 'Share the list of leavers every Friday'),
];

class Author {
  constructor(daylight, manager) {
    Object.assign(this, { daylight, manager });
  }

  /** Runs a use case as the account manager (or `by`) and remembers the review as it is now. */
  async step(run, by = this.manager) {
    this.review = expect(await this.daylight.as(by, (tx) => run(tx, this.review)), 'ReviewChanged').review;
  }

  async write(tenantId, period, { sections, actions = [], dueDate }) {
    await this.step((tx) => createReview(tx, { tenantId, period }));
    for (const [section, words] of Object.entries(sections))
      await this.step((tx, { id: reviewId, version: expectedVersion }) =>
        editReview(tx, { reviewId, expectedVersion, section, ...words }),
      );
    for (const one of actions)
      await this.step((tx, { id: reviewId }) => addReviewAction(tx, { reviewId, dueDate, ...one }));
  }

  async publish() {
    await this.step((tx, { id: reviewId, version: expectedVersion }) =>
      publishReview(tx, { reviewId, expectedVersion }, TZ_DATA_VERSION),
    );
    await this.sign(this.manager, '고객 담당 매니저');
  }

  sign(by, title) {
    return this.step((tx, { id: reviewId, digest }) => signReview(tx, { reviewId, digest, title }), by);
  }
}

/** To be called when the tickets are there: publishing freezes their figures. */
export async function makeReviews(daylight, { people, tenants }, now) {
  const start = () => new Author(daylight, people.doyun);
  const dueDate = addDays(localDateOf('Asia/Seoul', now), 30);

  const hanbit = start();
  await hanbit.write(tenants.HBP, lastQuarter('Asia/Seoul', now), {
    sections: HANBIT,
    actions: HANBIT_ACTIONS,
    dueDate,
  });
  await hanbit.step((tx, { id: reviewId }) => shareReview(tx, { reviewId, shared: true }));
  const asked = { section: 'SERVICE_LEVELS', body: '월요일 오전 증원은 언제까지 유지되나요?' };
  await hanbit.step((tx, { id: reviewId }) => commentReview(tx, { reviewId, ...asked }), people.geonu);
  await hanbit.publish();

  const nordlys = start();
  await nordlys.write(tenants.NLF, lastQuarter('Europe/Stockholm', now), { sections: NORDLYS });
  await nordlys.publish();
  await nordlys.sign(people.nils, 'Head of IT');

  await start().write(tenants.DDC, lastQuarter('Asia/Seoul', now), { sections: DODAM });
}
