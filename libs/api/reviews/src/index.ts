export { REVIEW_PDF_QUEUE } from './pdf/pdf-job.js';
export { ReviewsConsoleModule, ReviewsPortalModule } from './reviews.modules.js';
export { verifyReview } from './queries/verify-review.js';
export { createReview } from './use-cases/create-review.js';
export { addReviewAction, addReviewAddendum, closeReviewAction, commentReview } from './use-cases/discuss-review.js';
export { editReview, explainReviewMiss, shareReview } from './use-cases/edit-review.js';
export { publishReview } from './use-cases/publish-review.js';
export { signReview } from './use-cases/sign-review.js';
export { TZ_DATA_VERSION } from './tz-data.js';
