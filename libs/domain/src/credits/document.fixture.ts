import { OFFICE_HOURS } from '../availability/sample-facts.fixture.js';
import { SAMPLE_AVAILABILITY, SAMPLE_MAINTENANCE, SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { RESPONSE_SCHEDULE } from './statement.fixture.js';

/** August 2026 in office hours (189 hours), as JSON from outside. */
export const SAMPLE_DOCUMENT = {
  period: '2026-08',
  terms: {
    reportingZone: 'Asia/Seoul',
    currency: 'KRW',
    calendars: [OFFICE_HOURS],
    availability: [SAMPLE_AVAILABILITY],
    maintenance: SAMPLE_MAINTENANCE,
    credits: [RESPONSE_SCHEDULE, SAMPLE_SCHEDULE],
  },
  fees: [{ versionId: 'v1', from: '2026-08-01', to: '2026-09-01', monthlyFeeMinor: 12_000_000 }],
};

/** An outage of three office hours on Monday 3 August. */
export const SAMPLE_OUTAGE = {
  ...{ id: 'o', assetIds: [], state: 'DOWN', ticketIds: [] },
  ...{ from: '2026-08-03T10:00:00+09:00', to: '2026-08-03T04:00:00Z' },
};
