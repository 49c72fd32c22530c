import type { CalendarDocument } from '@daylight/domain';
import { useLocal } from '@daylight/web-app';
import { Button, Grid, Panel, Row, Select, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { CalendarFields } from '../../calendars/calendar-fields.js';
import { CalendarWords } from '../../calendars/calendar-words.js';
import type { CalendarWholeFragment } from '../../calendars/generated/calendars.js';
import { newCalendar, readCalendar } from '../../calendars/hours.js';
import { within } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { freshId } from './draft.js';
import type { SectionProps } from './section.js';

interface CalendarsProps extends SectionProps {
  readonly templates: readonly CalendarWholeFragment[];
  readonly regions: readonly string[];
}

/** Service hours of this contract: copies of templates, which stay as they are when a template changes. */
export function CalendarsSection({ terms, change, problems, templates, regions }: CalendarsProps) {
  const text = useText();
  const local = useLocal();
  const [open, setOpen] = useState<string | null>(null);
  const { calendars, policies } = terms;
  const inUse = (id: string): boolean =>
    policies.some(({ targets }) => targets.some(({ calendarId }) => calendarId === id));
  function add(document: CalendarDocument): void {
    const id = freshId(
      document.name.en,
      calendars.map((calendar) => calendar.id),
    );
    change({ calendars: [...calendars, { ...document, id }] });
    setOpen(id);
  }
  function addTemplate(id: string): void {
    const document = readCalendar(templates.find((template) => template.id === id)?.document);
    if (document !== null) add(document);
  }
  return (
    <Stack>
      {calendars.map((calendar, index) => {
        const here = within(problems, `terms.calendars[${index}]`);
        const shown = open === calendar.id || here.length > 0;
        return (
          <Panel
            key={calendar.id}
            title={local(calendar.name) || text('editor.calendar.unnamed')}
            actions={
              <Row gap="xs">
                <Button size="small" aria-pressed={shown} onClick={() => setOpen(shown ? null : calendar.id)}>
                  {text(shown ? 'form.close' : 'editor.calendar.edit')}
                </Button>
                <Button
                  size="small"
                  disabled={inUse(calendar.id) || calendars.length === 1}
                  onClick={() => change({ calendars: without(calendars, index) })}
                >
                  {text('form.remove')}
                </Button>
              </Row>
            }
          >
            {shown ? (
              <CalendarFields
                document={calendar}
                onChange={(next) => change({ calendars: replaced(calendars, index, next) })}
                problems={here}
                regions={regions}
              />
            ) : (
              <CalendarWords document={calendar} />
            )}
          </Panel>
        );
      })}
      <Row gap="m" align="end">
        {templates.length === 0 ? null : (
          <Grid min={16}>
            <Select
              label={text('editor.calendar.fromTemplate')}
              value=""
              placeholder={text('editor.calendar.pick')}
              options={templates.map(({ id, name }) => ({ value: id, label: local(name) }))}
              onChange={addTemplate}
            />
          </Grid>
        )}
        <Button
          onClick={() => add({ ...newCalendar(terms.reportingZone), name: { ko: '새 서비스 시간', en: 'New hours' } })}
        >
          {text('editor.calendar.new')}
        </Button>
      </Row>
    </Stack>
  );
}
