import { Badge } from '@daylight/web-ui';
import { IconBan, IconCheck, IconMail } from '@tabler/icons-react';
import { useText } from '../../app/text.js';

/** Whether somebody can sign in. */
export function StatusOf({ status }: { readonly status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED' }) {
  const text = useText();
  const icon =
    status === 'ACTIVE' ? (
      <IconCheck aria-hidden />
    ) : status === 'INVITED' ? (
      <IconMail aria-hidden />
    ) : (
      <IconBan aria-hidden />
    );
  return (
    <Badge look="plain" tone={status === 'ACTIVE' ? 'ok' : status === 'INVITED' ? 'accent' : 'neutral'} icon={icon}>
      {text(`people.status.${status}`)}
    </Badge>
  );
}
