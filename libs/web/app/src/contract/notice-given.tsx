import { formatLocalDate } from '@daylight/web-format';
import { Notice, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../text.js';
import type { NoticedVersion } from './notice.js';

/** That a contract ends by notice: whose, when, why, and whether it was in time (D-CON-2). */
export function NoticeGiven({ version: { notice } }: { readonly version: Pick<NoticedVersion, 'notice'> }) {
  const text = useText();
  const language = useLanguage();
  if (notice === null) return null;
  const { party, at, reason, person, onBehalfOf, effect } = notice;
  const end = formatLocalDate(effect.endsOn, language);
  return (
    <Notice tone="warn" title={text(`notice.given.${party}`, { end })}>
      <Stack gap="xs">
        {effect.noticeBy === null ? null : (
          <p>
            {text(effect.inTime ? 'notice.wasInTime' : 'notice.wasLate', {
              date: formatLocalDate(effect.noticeBy, language),
            })}
          </p>
        )}
        <p>{text('notice.because', { reason })}</p>
        <Text look="small">
          {person?.displayName ?? '–'}
          {onBehalfOf === null ? '' : ` (${text('notice.onBehalfOf', { name: onBehalfOf.displayName })})`} ·{' '}
          <Time at={at} withZone />
        </Text>
      </Stack>
    </Notice>
  );
}
