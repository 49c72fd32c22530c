import { useQuery } from '@daylight/web-data';
import { Checkbox, FacetMenu, Notice, Select, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { TenantChoicesDocument } from '../tickets/generated/tickets.js';
import type { StaffAccessInput } from './generated/people.js';

export const STAFF_ROLES = ['AGENT', 'ACCOUNT_MANAGER', 'PROVIDER_ADMIN'] as const;

interface AccessFieldsProps {
  readonly value: StaffAccessInput;
  readonly onChange: (value: StaffAccessInput) => void;
}

/** What a member of staff may do and see. An administrator sees every client. */
export function AccessFields({ value, onChange }: AccessFieldsProps) {
  const text = useText();
  const [{ data }] = useQuery({ query: TenantChoicesDocument, variables: { search: null } });
  const tenants = (data?.tenants.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const admin = value.role === 'PROVIDER_ADMIN';
  return (
    <Stack>
      <Select
        label={text('people.role')}
        description={text(`people.roleHelp.${value.role}`)}
        value={value.role}
        options={STAFF_ROLES.map((role) => ({ value: role, label: text(`people.role.${role}`) }))}
        onChange={(role) =>
          onChange(
            role === 'PROVIDER_ADMIN' ? { ...value, role, restricted: false, tenantIds: [] } : { ...value, role },
          )
        }
      />
      <Checkbox
        label={text('people.restricted')}
        description={text('people.restrictedHelp')}
        disabled={admin}
        checked={value.restricted}
        onChange={(restricted) => onChange({ ...value, restricted, tenantIds: restricted ? value.tenantIds : [] })}
      />
      {value.restricted ? (
        <Stack gap="xs">
          <div>
            <FacetMenu
              label={text('people.tenants')}
              values={tenants}
              chosen={value.tenantIds.map(String)}
              onChange={(tenantIds) => onChange({ ...value, tenantIds })}
            />
          </div>
          {value.tenantIds.length === 0 ? (
            <Notice tone="warn">{text('people.noTenants')}</Notice>
          ) : (
            <Text look="small">{text('people.tenantCount', { count: value.tenantIds.length })}</Text>
          )}
        </Stack>
      ) : null}
      <Checkbox
        label={text('people.confidential')}
        checked={value.seesConfidential}
        onChange={(seesConfidential) => onChange({ ...value, seesConfidential })}
      />
    </Stack>
  );
}
