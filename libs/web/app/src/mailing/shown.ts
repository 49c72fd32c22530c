// What `mailing.graphql` asks, as either app's codegen types it: an app hands its documents in.
import type { TypedDocumentNode } from '@daylight/web-data';

export type MailDigest = 'NONE' | 'DAILY' | 'WEEKLY';

export interface ShownQuietHours {
  readonly from: string;
  readonly to: string;
  readonly days: readonly number[];
}

export interface ShownMailTiming {
  readonly digest: MailDigest;
  readonly digestHour: number;
  readonly digestWeekday: number;
  readonly quiet: ShownQuietHours | null;
  readonly timeZone: string;
  readonly held: number;
  readonly nextAt: string | null;
  readonly returned: { readonly kind: 'HARD' | 'SOFT'; readonly said: string; readonly at: string } | null;
}

export type SetTimingAnswer =
  | { readonly __typename: 'MailTimingSet'; readonly timing: ShownMailTiming }
  | {
      readonly __typename: 'InputRefused';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

export interface TimingDraft {
  readonly digest: MailDigest;
  readonly digestHour: number;
  readonly digestWeekday: number;
  readonly quiet: { readonly from: string; readonly to: string; readonly days: number[] } | null;
}

type Nothing = Record<string, never>;

export interface MailTimingDocuments {
  readonly MailTimingDocument: TypedDocumentNode<{ readonly mailTiming: ShownMailTiming }, Nothing>;
  readonly SetMailTimingDocument: TypedDocumentNode<
    { readonly setMailTiming: SetTimingAnswer },
    { input: TimingDraft }
  >;
  readonly TryOwnAddressDocument: TypedDocumentNode<
    { readonly tryOwnAddressAgain: { readonly timing: ShownMailTiming } },
    Nothing
  >;
}
