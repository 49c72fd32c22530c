// What `door.graphql` asks, as either app's codegen types it: an app hands its documents in.
import type { TypedDocumentNode } from '@daylight/web-data';
import type { SignInInput } from '@daylight/web-ui';
import type { Act, Refused, TooMany } from '../account/operations.js';

export type SignInAnswer =
  | { readonly __typename: 'SignedIn' }
  | { readonly __typename: 'SignInRefused'; readonly reason: 'WRONG_CREDENTIALS' | 'NO_TENANT' }
  | {
      readonly __typename: 'ChooseProvider';
      readonly providers: readonly { readonly id: string; readonly name: string }[];
    }
  | TooMany;

export interface SignInDocuments {
  readonly SignInDocument: Act<{ readonly signIn: SignInAnswer }, SignInInput>;
}

export type ResetAnswer = { readonly __typename: 'PasswordResetRequested' } | TooMany;

export interface ForgotDocuments {
  readonly RequestPasswordResetDocument: Act<
    { readonly requestPasswordReset: ResetAnswer },
    { readonly email: string }
  >;
}

export type SpendAnswer =
  | { readonly __typename: 'PasswordSet'; readonly signedIn: boolean }
  | { readonly __typename: 'LinkNotGood' }
  | Refused
  | TooMany;

export interface LinkDocuments {
  readonly OneTimeLinkDocument: TypedDocumentNode<
    {
      readonly oneTimeLink: {
        readonly purpose: 'INVITATION' | 'PASSWORD_RESET';
        readonly email: string;
        readonly displayName: string;
        readonly providerName: string;
      } | null;
    },
    { token: string }
  >;
  readonly SpendLinkDocument: Act<
    { readonly spendLink: SpendAnswer },
    { readonly token: string; readonly password: string }
  >;
}
