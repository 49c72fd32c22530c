import type { Permission } from '@daylight/domain';

export type Audience = 'PORTAL' | 'CONSOLE';

interface Person {
  readonly sessionId: string;
  readonly providerId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly email: string;
  /** What this request is answered in: as it asks, else as the person's profile says. */
  readonly language: 'ko' | 'en';
  readonly zone: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
}

/** A client user acting for one tenant. */
export interface ClientScope extends Person {
  readonly side: 'CLIENT';
  readonly tenantId: string;
  /** Minor units of the contract's currency; null: no limit. */
  readonly approvalLimitMinor: number | null;
}

/** A member of the provider's staff. */
export interface StaffScope extends Person {
  readonly side: 'PROVIDER';
  readonly tenantId: null;
  readonly restricted: boolean;
  readonly seesConfidential: boolean;
}

/** Daylight itself at work in the background, for a provider and mostly for one of its tenants. */
export interface SystemScope {
  readonly side: 'SYSTEM';
  readonly providerId: string;
  readonly tenantId: string | null;
  readonly personId: null;
}

export type PersonScope = ClientScope | StaffScope;
export type Scope = PersonScope | SystemScope;
