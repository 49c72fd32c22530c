// What `account.graphql` asks, as either app's codegen types it: an app hands its documents in.
import type { TypedDocumentNode } from '@daylight/web-data';

export interface Profile {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly language: 'ko' | 'en';
  readonly timeZone: string;
  readonly version: number;
}

export interface Refused {
  readonly __typename: 'InputRefused';
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export interface TooMany {
  readonly __typename: 'TooManyAttempts';
  readonly retryAfterSeconds: number;
}

export type ProfileAnswer =
  | { readonly __typename: 'ProfileUpdated' }
  | { readonly __typename: 'ProfileChangedMeanwhile'; readonly current: Profile }
  | Refused;

export type PasswordAnswer = { readonly __typename: 'PasswordChanged' } | Refused | TooMany;

/** A mutation with one input. */
export type Act<Data, Input> = TypedDocumentNode<Data, { input: Input }>;

export interface ProfileDocuments {
  readonly UpdateProfileDocument: Act<
    { readonly updateProfile: ProfileAnswer },
    Pick<Profile, 'displayName' | 'language' | 'timeZone' | 'version'>
  >;
}

export interface PasswordDocuments {
  readonly ChangePasswordDocument: Act<
    { readonly changePassword: PasswordAnswer },
    { readonly currentPassword: string; readonly newPassword: string }
  >;
}

type Nothing = Record<string, never>;

export interface SessionDocuments {
  readonly SessionsDocument: TypedDocumentNode<
    {
      readonly sessions: readonly {
        readonly id: string;
        readonly current: boolean;
        readonly lastSeenAt: string;
        readonly userAgent: string | null;
        readonly address: string | null;
      }[];
    },
    Nothing
  >;
  readonly EndSessionDocument: Act<
    { readonly endSession: { readonly __typename: 'SessionEnded' } | { readonly __typename: 'NotFound' } },
    { readonly sessionId: string }
  >;
  readonly SignOutEverywhereDocument: TypedDocumentNode<{ readonly signOutEverywhere: object }, Nothing>;
}
