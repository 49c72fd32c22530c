import { tryOwnAddressAgain } from '@daylight/api-mail';
import { LiveEvents, PersonTx, type ForwardPage, type LiveEvent, type Tx } from '@daylight/api-database';
import { RequirePermission, type GraphQLContext, type PersonScope } from '@daylight/api-platform';
import { Args, Context, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { mailTimingView } from '../queries/mail-timing.js';
import { notificationPage, unreadCount } from '../queries/notification-page.js';
import { notificationPreferences, type PreferenceView } from '../queries/preferences.js';
import { markNotificationsRead, type MarkReadInput } from '../use-cases/mark-read.js';
import { setMailTiming, type MailTimingInput } from '../use-cases/set-mail-timing.js';
import { setNotificationPreference } from '../use-cases/set-preference.js';

/** What one is told is one's own on either side, so both audiences have the same fields. */
@Resolver()
export class NotificationsResolver {
  constructor(private readonly live: LiveEvents) {}

  @Subscription('notificationsChanged', {
    resolve: ({ ids }: LiveEvent) => ({ notificationId: ids['notificationId'] ?? null }),
  })
  @RequirePermission('signed-in')
  notificationsChanged(@Context() context: GraphQLContext) {
    return this.live.stream(
      context,
      ({ topic, ids }, { personId }) => topic.startsWith('notification.') && ids['personId'] === personId,
    );
  }

  @Query('notifications')
  @RequirePermission('signed-in')
  notifications(@PersonTx() tx: Tx<PersonScope>, @Args() args: ForwardPage & { readonly unreadOnly?: boolean | null }) {
    return notificationPage(tx, args);
  }

  @Query('unreadNotificationCount')
  @RequirePermission('signed-in')
  unreadNotificationCount(@PersonTx() tx: Tx<PersonScope>) {
    return unreadCount(tx);
  }

  @Query('notificationPreferences')
  @RequirePermission('signed-in')
  notificationPreferences(@PersonTx() tx: Tx<PersonScope>) {
    return notificationPreferences(tx);
  }

  @Query('mailTiming')
  @RequirePermission('signed-in')
  mailTiming(@PersonTx() tx: Tx<PersonScope>) {
    return mailTimingView(tx);
  }

  @Mutation('setMailTiming')
  @RequirePermission('signed-in')
  setMailTiming(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: MailTimingInput) {
    return setMailTiming(tx, input);
  }

  @Mutation('tryOwnAddressAgain')
  @RequirePermission('signed-in')
  async tryOwnAddressAgain(@PersonTx() tx: Tx<PersonScope>) {
    await tryOwnAddressAgain(tx);
    return { timing: await mailTimingView(tx) };
  }

  @Mutation('markNotificationsRead')
  @RequirePermission('signed-in')
  markNotificationsRead(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: MarkReadInput) {
    return markNotificationsRead(tx, input);
  }

  @Mutation('setNotificationPreference')
  @RequirePermission('signed-in')
  setNotificationPreference(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: PreferenceView) {
    return setNotificationPreference(tx, input);
  }
}
