export { Provider as DataProvider, useClient, useMutation, useQuery, useSubscription } from 'urql';
export type { Client, CombinedError, TypedDocumentNode } from '@urql/core';
export { createDataClient, isSignedOut, type DataClientOptions } from './client.js';
export { loadDraft, saveDraft, wipeDrafts, type DraftKey } from './drafts.js';
export { useOnline } from './online.js';
export { outcomeOf, UnknownOutcome } from './outcome.js';
export { SessionProvider, useSession, type Session, type SessionTenant, type SessionViewer } from './session.js';
export { useDraft, type Draft } from './use-draft.js';
export type { LiveRequest, LiveSink, LiveTransport } from './live.js';
