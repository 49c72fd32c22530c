import { formatLocalDate } from '@daylight/web-format';
import { Badge } from '../feedback/badge.js';
import { Row, Text } from '../layout/stack.js';
import { useLanguage } from '../text/locale.js';
import { Time } from '../text/time.js';
import { useUiText } from '../text/ui-text.js';

export interface PeriodLineProps {
  readonly period: {
    readonly label: string;
    readonly firstDate: string;
    readonly lastDate: string;
    readonly over: boolean;
  };
  /** When the figures were read; ISO 8601. */
  readonly asOf: string;
  readonly previous: { readonly label: string } | null;
}

/** Which period figures are of, whether it is over, as of when they were read, and what they are compared with. */
export function PeriodLine({ period, asOf, previous }: PeriodLineProps) {
  const text = useUiText();
  const language = useLanguage();
  return (
    <Row>
      <Text look="strong">{period.label}</Text>
      <Text look="secondary">
        {formatLocalDate(period.firstDate, language)} – {formatLocalDate(period.lastDate, language)}
      </Text>
      <Badge look="outline" tone={period.over ? 'neutral' : 'accent'}>
        {text(period.over ? 'ui.period.over' : 'ui.period.running')}
      </Badge>
      <Text look="small">
        {text('ui.period.asOf')} <Time at={asOf} withZone />
      </Text>
      {previous === null ? null : <Text look="small">{text('ui.period.compared', { period: previous.label })}</Text>}
    </Row>
  );
}
