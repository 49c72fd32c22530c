import { ClientTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { reviewPage } from '../queries/review-rows.js';
import { reviewView } from '../queries/review-view.js';
import { verifyReview } from '../queries/verify-review.js';
import { TZ_DATA_VERSION } from '../tz-data.js';
import { closeReviewAction, commentReview, type CloseActionInput } from '../use-cases/discuss-review.js';
import { signReview, type SignReviewInput } from '../use-cases/sign-review.js';

/** Reviews as clients read, discuss, verify and sign them. */
@Resolver()
export class ReviewsPortalResolver {
  @Query('reviews')
  @RequirePermission('review:read')
  reviews(@ClientTx() tx: Tx<ClientScope>, @Args() page: ForwardPage) {
    return reviewPage(tx, { tenantIds: [tx.scope.tenantId] }, page);
  }

  @Query('review')
  @RequirePermission('review:read')
  review(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return reviewView(tx, id);
  }

  @Query('verifyReview')
  @RequirePermission('review:read')
  verifyReview(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return verifyReview(tx, id, TZ_DATA_VERSION);
  }

  // Whether the reader may sign, by the own right or one lent, the use case asks.
  @Mutation('signReview')
  @RequirePermission('review:read')
  signReview(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: SignReviewInput) {
    return signReview(tx, input);
  }

  @Mutation('commentReview')
  @RequirePermission('review:comment')
  commentReview(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Parameters<typeof commentReview>[1]) {
    return commentReview(tx, input);
  }

  @Mutation('closeReviewAction')
  @RequirePermission('review:comment')
  closeReviewAction(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: CloseActionInput) {
    return closeReviewAction(tx, input);
  }
}
