import { GiveNotice } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { GiveContractNoticeDocument, type VersionLineFragment } from './generated/contract.js';

/** The client's own notice. */
export function ContractNotice({ title, version }: { readonly title: string; readonly version: VersionLineFragment }) {
  const [, give] = useMutation(GiveContractNoticeDocument);
  return (
    <GiveNotice
      version={version}
      title={title}
      onSend={async (input) => (await give({ input })).data?.giveContractNotice}
    />
  );
}
