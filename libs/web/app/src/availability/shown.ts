// What the parts of this folder show, as both apps ask for it (`availability.graphql`).

interface Localized {
  readonly ko: string;
  readonly en: string;
}

interface Named {
  readonly displayName: string;
}

export type ServiceState = 'OPERATIONAL' | 'DEGRADED' | 'DOWN' | 'MAINTENANCE' | 'UNMEASURED';
export type OutageStage = 'INVESTIGATING' | 'IDENTIFIED' | 'MONITORING' | 'RESOLVED';
export type ExclusionState = 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'DISPUTED' | 'WITHDRAWN';
export type MaintenanceState = 'ANNOUNCED' | 'RUNNING' | 'ENDED' | 'CANCELLED';
export type CreditState = 'COMPUTED' | 'PROPOSED' | 'ACCEPTED' | 'DISPUTED' | 'WAIVED' | 'SETTLED';
export type AvailabilityVerdict = 'REACHED' | 'MISSED' | 'NO_DATA';

export interface ShownUpdate {
  readonly id: string;
  readonly at: string;
  readonly stage: OutageStage;
  readonly body: Localized;
  readonly author: Named | null;
}

export interface ShownOutage {
  readonly id: string;
  readonly title: Localized;
  readonly serviceName: Localized;
  readonly state: 'DOWN' | 'DEGRADED';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly durationSeconds: number;
  readonly changes: readonly { readonly kind: 'OPENED' | 'CLOSED' | 'CORRECTED' | 'WITHDRAWN' }[];
  readonly withdrawnAt: string | null;
}

export interface ShownExclusion {
  readonly id: string;
  readonly serviceName: Localized;
  readonly cause: 'CLIENT' | 'FORCE_MAJEURE' | 'CLOUD_VENDOR';
  readonly causeAgreed: boolean;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly state: ExclusionState;
  readonly proposedBy: Named | null;
  readonly proposedAt: string;
  readonly decidedBy: Named | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

export interface ShownJudged {
  readonly serviceItemId: string;
  readonly name: Localized;
  readonly judgement: { readonly reason: string | null; readonly sentence: string };
}

export interface ShownWindow {
  readonly id: string;
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly state: MaintenanceState;
  readonly title: Localized;
  readonly description: Localized;
  readonly services: readonly ShownJudged[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly overrunSeconds: number;
  readonly cancelReason: string | null;
  readonly announcements: readonly {
    readonly ordinal: number;
    readonly announcedAt: string;
    readonly announcedBy: Named | null;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly reason: string | null;
    readonly deliveredAt: string | null;
    readonly recipients: number;
    readonly delivered: number;
  }[];
}

export interface ShownFigure {
  readonly serviceItemId: string;
  readonly serviceName: Localized;
  readonly period: { readonly key: string; readonly label: string; readonly over: boolean };
  readonly targetPpm: number;
  readonly valuePpm: number | null;
  readonly display: string;
  readonly verdict: AvailabilityVerdict;
  readonly downSeconds: number;
  readonly degradedSeconds: number;
  readonly unmeasuredSeconds: number;
  readonly allowedSeconds: number;
  readonly leftSeconds: number;
  readonly published: boolean;
  readonly addenda: readonly { readonly ordinal: number; readonly at: string; readonly display: string }[];
}

export interface ShownCreditEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: 'PROPOSED' | 'ACCEPTED' | 'DISPUTED' | 'WAIVED' | 'SETTLED' | 'COMMENTED';
  readonly person: (Named & { readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM' }) | null;
  readonly amountMinor: number | null;
  readonly text: string | null;
  readonly exclusionIds: readonly string[];
  readonly reference: string | null;
}

export interface ShownCredit {
  readonly currency: string;
  readonly amountDisplay: string;
  readonly breach: string;
  readonly rule: string;
  readonly state: CreditState;
  readonly serviceName: Localized;
  readonly period: { readonly label: string };
  readonly working: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly figure: ShownFigure & {
    readonly exclusions: readonly {
      readonly kind: 'PLANNED' | 'CLAIM' | 'UNMEASURED';
      readonly id: string;
      readonly sentence: string;
      readonly disputable: boolean;
    }[];
  };
  readonly evidenceDigest: string | null;
  readonly disputedExclusionIds: readonly string[];
  readonly reference: string | null;
  readonly termination: string | null;
  readonly events: readonly ShownCreditEvent[];
}
