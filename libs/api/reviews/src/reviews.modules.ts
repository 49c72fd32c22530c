import { Module } from '@nestjs/common';
import { ReviewsConsoleResolver } from './resolvers/reviews-console.resolver.js';
import { ReviewsPortalResolver } from './resolvers/reviews-portal.resolver.js';

@Module({ providers: [ReviewsPortalResolver] })
export class ReviewsPortalModule {}

@Module({ providers: [ReviewsConsoleResolver] })
export class ReviewsConsoleModule {}
