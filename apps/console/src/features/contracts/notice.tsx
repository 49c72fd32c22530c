import { GiveNotice } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { GiveContractNoticeDocument, type VersionWholeFragment } from './generated/contracts.js';

/** The provider's own notice. */
export function ContractNotice({ detail: { contract, version } }: { readonly detail: VersionWholeFragment }) {
  const [, give] = useMutation(GiveContractNoticeDocument);
  return (
    <GiveNotice
      version={version}
      title={contract.title}
      onSend={async (input) => (await give({ input })).data?.giveContractNotice}
    />
  );
}
