import { Notice } from '@daylight/web-ui';

interface ProblemsProps {
  readonly title?: string;
  readonly messages: readonly string[];
}

/** Why something was refused, in the server's words. Nothing when it wasn't. */
export function Problems({ title, messages }: ProblemsProps) {
  if (messages.length === 0) return null;
  return (
    <Notice tone="danger" live {...(title === undefined ? {} : { title })}>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  );
}
