import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import type { LocalizedText } from '@daylight/domain';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { reviewPage, type ReviewFilter } from '../queries/review-rows.js';
import { reviewView } from '../queries/review-view.js';
import { verifyReview } from '../queries/verify-review.js';
import { TZ_DATA_VERSION } from '../tz-data.js';
import { createReview, type CreateReviewInput } from '../use-cases/create-review.js';
import {
  addReviewAction,
  addReviewAddendum,
  closeReviewAction,
  commentReview,
  type AddActionInput,
  type CloseActionInput,
} from '../use-cases/discuss-review.js';
import {
  editReview,
  explainReviewMiss,
  shareReview,
  type EditReviewInput,
  type ExplainMissInput,
} from '../use-cases/edit-review.js';
import { publishReview } from '../use-cases/publish-review.js';
import { signReview, type SignReviewInput } from '../use-cases/sign-review.js';

/** Reviews as staff write, publish, verify and sign them. */
@Resolver()
export class ReviewsConsoleResolver {
  @Query('reviews')
  @RequirePermission('review:read')
  reviews(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly filter?: ReviewFilter | null }) {
    return reviewPage(tx, args.filter ?? {}, args);
  }

  @Query('review')
  @RequirePermission('review:read')
  review(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return reviewView(tx, id);
  }

  @Query('verifyReview')
  @RequirePermission('review:read')
  verifyReview(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return verifyReview(tx, id, TZ_DATA_VERSION);
  }

  @Mutation('createReview')
  @RequirePermission('review:edit')
  createReview(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CreateReviewInput) {
    return createReview(tx, input);
  }

  @Mutation('editReview')
  @RequirePermission('review:edit')
  editReview(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: EditReviewInput) {
    return editReview(tx, input);
  }

  @Mutation('explainReviewMiss')
  @RequirePermission('review:edit')
  explainReviewMiss(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ExplainMissInput) {
    return explainReviewMiss(tx, input);
  }

  @Mutation('shareReview')
  @RequirePermission('review:edit')
  shareReview(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly reviewId: string; readonly shared: boolean },
  ) {
    return shareReview(tx, input);
  }

  @Mutation('addReviewAction')
  @RequirePermission('review:edit')
  addReviewAction(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: AddActionInput) {
    return addReviewAction(tx, input);
  }

  @Mutation('closeReviewAction')
  @RequirePermission('review:comment')
  closeReviewAction(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CloseActionInput) {
    return closeReviewAction(tx, input);
  }

  @Mutation('commentReview')
  @RequirePermission('review:comment')
  commentReview(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof commentReview>[1]) {
    return commentReview(tx, input);
  }

  @Mutation('publishReview')
  @RequirePermission('review:publish')
  publishReview(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly reviewId: string; readonly expectedVersion: number },
  ) {
    return publishReview(tx, input, TZ_DATA_VERSION);
  }

  @Mutation('signReview')
  @RequirePermission('review:sign')
  signReview(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SignReviewInput) {
    return signReview(tx, input);
  }

  @Mutation('addReviewAddendum')
  @RequirePermission('review:publish')
  addReviewAddendum(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly reviewId: string; readonly body: LocalizedText },
  ) {
    return addReviewAddendum(tx, input);
  }
}
