import { Badge, Row, Text, Time, useLanguage, useNow, useZone } from '@daylight/web-ui';
import { formatInstant, zoneName } from '@daylight/web-format';
import { IconBellRinging, IconMail, IconMessage, IconMessages, IconPhone, IconWebhook } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import classes from './escalation.module.css';
import { channelHref, type ChannelKind, type ShownContact } from './shown.js';

const ICONS: Readonly<Record<ChannelKind, ReactNode>> = {
  EMAIL: <IconMail size={16} aria-hidden />,
  SMS: <IconMessage size={16} aria-hidden />,
  VOICE: <IconPhone size={16} aria-hidden />,
  MESSENGER: <IconMessages size={16} aria-hidden />,
  CHAT_WEBHOOK: <IconWebhook size={16} aria-hidden />,
};
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { ko: '한국어', en: 'English' };

interface ContactListProps<Contact extends ShownContact> {
  readonly label: string;
  /** In calling order. */
  readonly contacts: readonly Contact[];
  /** Contacts that a run which goes on has called: the ladder's live position. */
  readonly called?: ReadonlySet<string>;
  readonly marks?: (contact: Contact) => ReactNode;
  readonly actions?: (contact: Contact) => ReactNode;
}

/** Whom to call, in order: name, role, how to reach them, what their clock says, and when that was last confirmed. */
export function ContactList<Contact extends ShownContact>(props: ContactListProps<Contact>) {
  const { label, contacts, called = new Set(), marks, actions } = props;
  const text = useText();
  return (
    <ol className={classes['ladder']} aria-label={label}>
      {contacts.map((contact, index) => (
        <li key={contact.id} className={classes['rung']} data-called={called.has(contact.id)}>
          <span className={classes['place']} aria-hidden>
            {index + 1}
          </span>
          <div className={classes['contact']}>
            <Row gap="xs">
              <strong>{contact.name}</strong>
              <Text look="secondary">{contact.role}</Text>
              {called.has(contact.id) ? (
                <Badge tone="warn" icon={<IconBellRinging aria-hidden />}>
                  {text('contact.called')}
                </Badge>
              ) : null}
              {marks?.(contact)}
            </Row>
            <ul className={classes['channels']} aria-label={text('contact.channels', { name: contact.name })}>
              {contact.channels.map((channel) => (
                <Channel key={`${channel.kind}/${channel.address}`} {...channel} />
              ))}
            </ul>
            <TheirClock contact={contact} />
          </div>
          {actions === undefined ? null : <div className={classes['actions']}>{actions(contact)}</div>}
        </li>
      ))}
    </ol>
  );
}

function Channel({ kind, address, bouncedAt }: ShownContact['channels'][number]) {
  const text = useText();
  const href = channelHref(kind, address);
  return (
    <li className={classes['channel']}>
      {ICONS[kind]}
      <span className="dl-hidden">{text(`channel.${kind}`)}</span>
      {href === null ? <span>{address}</span> : <a href={href}>{address}</a>}
      {bouncedAt === null ? null : <Badge tone="danger">{text('contact.bounced')}</Badge>}
    </li>
  );
}

function TheirClock({ contact }: { readonly contact: ShownContact }) {
  const text = useText();
  const language = useLanguage();
  const zone = useZone();
  const now = useNow('minute');
  const { timeZone, lastVerifiedAt, verificationDue, languages } = contact;
  const theirs = formatInstant(now, { language, zone: timeZone, style: 'time' });
  const own = zoneName(now, timeZone, language) === zoneName(now, zone, language);
  return (
    <Row gap="xs">
      <Text look="small">
        {languages.map((one) => LANGUAGE_NAMES[one] ?? one).join(', ')} ·{' '}
        {own ? timeZone : text('contact.theirTime', { time: theirs, zone: timeZone })} ·{' '}
        {lastVerifiedAt === null ? (
          text('contact.neverVerified')
        ) : (
          <>
            {text('contact.verified')} <Time at={lastVerifiedAt} style="date" />
          </>
        )}
      </Text>
      {verificationDue ? <Badge tone="warn">{text('contact.due')}</Badge> : null}
    </Row>
  );
}
