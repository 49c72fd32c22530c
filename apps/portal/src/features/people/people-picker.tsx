import { useQuery } from '@daylight/web-data';
import { Badge, IconButton, Row, Select, Stack } from '@daylight/web-ui';
import { IconX } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { ColleagueChoicesDocument } from './generated/people.js';

interface PeoplePickerProps {
  readonly label: string;
  readonly description?: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Colleagues added one by one; shown by name. Nothing where the company has nobody else. */
export function PeoplePicker({ label, description, chosen, onChange }: PeoplePickerProps) {
  const text = useText();
  const [{ data }] = useQuery({ query: ColleagueChoicesDocument });
  const people =
    data?.colleagues.edges.map(({ node }) => node).filter(({ self, status }) => !self && status !== 'DEACTIVATED') ??
    [];
  if (people.length === 0) return null;
  const left = people.filter(({ id }) => !chosen.includes(id));
  return (
    <Stack gap="s">
      <Select
        label={label}
        value=""
        placeholder={text('people.add')}
        disabled={left.length === 0}
        options={left.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        onChange={(id) => onChange([...chosen, id])}
        {...(description === undefined ? {} : { description })}
      />
      <Row gap="xs">
        {people
          .filter(({ id }) => chosen.includes(id))
          .map(({ id, displayName }) => (
            <Row key={id} gap="xs" wrap={false}>
              <Badge>{displayName}</Badge>
              <IconButton
                label={text('people.remove', { name: displayName })}
                icon={<IconX size={16} />}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              />
            </Row>
          ))}
      </Row>
    </Stack>
  );
}
