import { outcomeOf, useMutation, useSession } from '@daylight/web-data';
import { TextField, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../text.js';
import { AccountForm } from './account-form.js';
import type { PasswordAnswer, PasswordDocuments } from './operations.js';

interface PasswordPanelProps {
  readonly documents: PasswordDocuments;
  readonly onChanged: () => void;
}

/** A new password; every other session ends with it. */
export function PasswordPanel({ documents, onChanged }: PasswordPanelProps) {
  const text = useText();
  const toast = useToast();
  const { viewer } = useSession();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [{ fetching }, change] = useMutation(documents.ChangePasswordDocument);
  const problemsOf = (answer: PasswordAnswer): readonly string[] =>
    outcomeOf<PasswordAnswer, readonly string[]>(answer, {
      PasswordChanged: () => [],
      InputRefused: (refused) => refused.problems.map(({ message }) => message),
      TooManyAttempts: ({ retryAfterSeconds }) => [
        text('password.tooMany', { minutes: Math.ceil(retryAfterSeconds / 60) }),
      ],
    });
  async function submit(): Promise<void> {
    const { data } = await change({ input: { currentPassword, newPassword } });
    const found = data === undefined ? [text('page.failed')] : problemsOf(data.changePassword);
    setProblems(found);
    if (found.length > 0) return;
    setCurrent('');
    setNew('');
    toast({ text: text('password.changed') });
    onChanged();
  }
  return (
    <AccountForm
      title={text('password.title')}
      description={text('password.lead')}
      problems={problems}
      submitLabel={text('password.change')}
      busy={fetching}
      onSubmit={() => void submit()}
    >
      <input type="text" name="username" autoComplete="username" value={viewer.email} readOnly hidden />
      <TextField
        label={text('password.current')}
        type="password"
        name="current"
        autoComplete="current-password"
        required
        value={currentPassword}
        onChange={setCurrent}
      />
      <TextField
        label={text('password.new')}
        description={text('password.rule')}
        type="password"
        name="new"
        autoComplete="new-password"
        required
        value={newPassword}
        onChange={setNew}
      />
    </AccountForm>
  );
}
