import { Button, Panel, Stack, Text, useLanguage } from '@daylight/web-ui';
import { formatLocalDate } from '@daylight/web-format';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../page/use-may.js';
import { useText } from '../text.js';
import type { NoticedVersion } from './notice.js';
import type { NoticeDialogProps } from './notice-dialog.js';

const NoticeDialog = lazy(() => import('./notice-dialog.js'));

/** Until when notice is in time, and the way to give it for whoever may; nothing where none can be given. */
export function GiveNotice({
  version,
  title,
  onSend,
}: { readonly version: NoticedVersion } & Pick<NoticeDialogProps, 'title' | 'onSend'>) {
  const text = useText();
  const language = useLanguage();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { noticeNow: effect } = version;
  if (effect === null || !may('contract:agree')) return null;
  const date = effect.noticeBy === null ? '' : formatLocalDate(effect.noticeBy, language);
  return (
    <Panel title={text('notice.title')}>
      <Stack gap="s">
        <Text look="small">
          {text(effect.noticeBy === null ? 'notice.byDays' : effect.inTime ? 'notice.until' : 'notice.tooLate', {
            date,
            end: formatLocalDate(effect.endsOn, language),
          })}
        </Text>
        <span>
          <Button onClick={() => setOpen(true)}>{text('notice.give.open')}</Button>
        </span>
      </Stack>
      {open ? (
        <Suspense>
          <NoticeDialog
            version={version}
            effect={effect}
            title={title}
            onSend={onSend}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </Panel>
  );
}
