/** What the fragment `NoticeEffect` asks for. */
export interface ShownNoticeEffect {
  /** Last day of the contract. */
  readonly endsOn: string;
  readonly noticeBy: string | null;
  readonly inTime: boolean;
}

/** What of `VersionLine` is about notice. */
export interface NoticedVersion {
  readonly id: string;
  readonly version: number;
  readonly notice: {
    readonly party: 'CLIENT' | 'PROVIDER';
    readonly at: string;
    readonly reason: string;
    readonly person: { readonly displayName: string } | null;
    readonly onBehalfOf: { readonly displayName: string } | null;
    readonly effect: ShownNoticeEffect;
  } | null;
  readonly noticeNow: ShownNoticeEffect | null;
}

/** What is sent: the end that was shown goes along, so that nobody gives notice of another one. */
export interface NoticeSent {
  readonly versionId: string;
  readonly version: number;
  readonly reason: string;
  readonly endsOn: string;
}

/** Every answer to notice; an app's own result fits. */
export type NoticeAnswer =
  | { readonly __typename: 'ContractNoticeGiven' }
  | { readonly __typename: 'StaleContractVersion' }
  | { readonly __typename: 'ContractStateRefused'; readonly message: string }
  | { readonly __typename: 'InputRefused'; readonly problems: readonly { readonly message: string }[] }
  | { readonly __typename: 'NotFound' };
