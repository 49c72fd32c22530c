import { TextField, useZone } from '@daylight/web-ui';

interface MomentFieldProps {
  readonly label: string;
  /** As `<input type="datetime-local">` has it, in the reader's zone. */
  readonly value: string;
  readonly onChange: (wall: string) => void;
  readonly required?: boolean;
  readonly description?: string;
  readonly error?: string | null;
}

/** An instant by the reader's clock, the zone said: the client may be elsewhere. */
export function MomentField({ description, ...field }: MomentFieldProps) {
  const zone = useZone();
  const said = description === undefined ? zone : `${zone} · ${description}`;
  return <TextField {...field} type="datetime-local" description={said} />;
}
