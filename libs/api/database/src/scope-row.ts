import type { PersonScope } from '@daylight/api-platform';
import { CLIENT_ROLES, permissionsOf, STAFF_ROLES, type Instant, type Language, type Role } from '@daylight/domain';

/** What `begin_scope` says of a session. */
export interface ScopeRow {
  readonly at: Instant;
  readonly session_id: string;
  readonly provider_id: string;
  readonly tenant_id: string | null;
  readonly person_id: string;
  readonly side: string;
  readonly roles: readonly string[];
  readonly display_name: string;
  readonly email: string;
  readonly language: 'ko' | 'en';
  readonly zone: string;
  readonly sees_confidential: boolean;
  readonly restricted: boolean;
  readonly approval_limit_minor: number | null;
}

const ROLES: readonly Role[] = [...STAFF_ROLES, ...CLIENT_ROLES];

/** Who is asking, as the database found it. */
export function scopeOf(row: ScopeRow, asked: Language | null): PersonScope {
  const person = {
    sessionId: row.session_id,
    providerId: row.provider_id,
    personId: row.person_id,
    displayName: row.display_name,
    email: row.email,
    language: asked ?? row.language,
    zone: row.zone,
    roles: row.roles,
    permissions: permissionsOf(ROLES.filter((role) => row.roles.includes(role))),
  };
  if (row.tenant_id === null) {
    return {
      ...person,
      side: 'PROVIDER',
      tenantId: null,
      restricted: row.restricted,
      seesConfidential: row.sees_confidential,
    };
  }
  return { ...person, side: 'CLIENT', tenantId: row.tenant_id, approvalLimitMinor: row.approval_limit_minor };
}
