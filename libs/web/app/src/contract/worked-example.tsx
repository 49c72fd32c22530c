import { periodOf, type CreditSchedule, type Language, type Terms } from '@daylight/domain';
import { workedExample } from '@daylight/text';
import { now } from '@daylight/web-format';
import { Stack, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../text.js';
import classes from './working.module.css';

interface WorkedExampleProps {
  readonly terms: Terms;
  readonly schedule: CreditSchedule;
}

/** The example line by line; each can be checked with a calculator. */
export default function WorkedExample({ terms, schedule }: WorkedExampleProps) {
  const text = useText();
  const language: Language = useLanguage();
  const { basis } = schedule;
  const promised =
    basis.kind === 'AVAILABILITY' ? terms.availability?.find(({ id }) => id === basis.availabilityId)?.period : null;
  const period = periodOf(terms.reportingZone, promised ?? 'MONTH', now());
  const sections = workedExample({ terms, schedule, period }, language);
  if (sections === null) return <Text look="small">{text('promise.example.none')}</Text>;
  return (
    <Stack gap="s">
      <Text look="small">{text('promise.example.lead')}</Text>
      {sections.map(({ heading, lines }) => (
        <div key={heading}>
          <Text look="strong">{heading}</Text>
          <ul className={classes['working']}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
