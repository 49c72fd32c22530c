import { renderUi } from '@daylight/web-ui/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import messages from '../messages/ko.json';
import { RebindingDialog, type RebindingAct, type ShownRebinding } from './rebinding-dialog.js';

const judged = { state: 'MET', dueAt: '2026-03-02T02:30:00Z', verdictAt: '2026-03-02T03:30:00Z' } as const;
const preview: ShownRebinding['preview'] = {
  ...{ contractVersionId: 'v2', ordinal: 2, asOf: '2026-03-04T01:00:00Z', changesDigest: 'f00d' },
  changes: [
    {
      ...{ clock: 'FIRST_RESPONSE', cycle: 1 },
      before: { ...judged, verdict: 'MISSED' },
      after: { ...judged, dueAt: '2026-03-02T04:00:00Z', verdict: 'MET' },
    },
    { clock: 'RESTORE', cycle: 1, before: { ...judged, verdict: 'MET' }, after: null },
  ],
};
const choices: ShownRebinding['choices'] = [
  { contractVersionId: 'v1', ordinal: 1, effectiveFrom: '2025-01-01T00:00:00Z', bound: true, inForceAtOpening: true },
  { contractVersionId: 'v2', ordinal: 2, effectiveFrom: '2026-04-01T00:00:00Z', bound: false, inForceAtOpening: false },
];
const proposal = { id: 'p', at: '2026-03-03T01:00:00Z', mayAgree: true, mayWithdraw: false };

function draw(
  shown: ShownRebinding | null | undefined,
  more: { readonly chosen?: string; readonly answer?: string | null } = {},
) {
  const sent: RebindingAct[] = [];
  const onClose = jest.fn();
  const onSend = (act: RebindingAct) => {
    sent.push(act);
    return Promise.resolve(more.answer ?? null);
  };
  const props = { shown, chosen: more.chosen ?? null, onChoose: jest.fn(), onSend, onClose };
  renderUi(<RebindingDialog {...props} />, { messages });
  return { sent, onClose };
}

/** The dialog's box is fetched when the first one opens. */
const FETCHED = { timeout: 20_000 } as const;
const press = async (name: string): Promise<void> => void fireEvent.click(await screen.findByRole('button', { name }));

beforeAll(async () => {
  draw(null);
  await screen.findByText(messages['rebinding.gone'], {}, FETCHED);
  cleanup();
}, FETCHED.timeout);

describe('judging a ticket by another version', () => {
  it('shows each verdict as it is and as it would be before anybody agrees', async () => {
    draw({ choices, proposal, reason: '4월 개정본 기준', preview });
    const rows = (await screen.findAllByRole('row')).map((row) => row.textContent ?? '');
    expect(rows[1]).toMatch(/최초 응답.*미준수.*준수/);
    expect(rows[2]).toMatch(/복구.*준수.*목표 없음/);
    expect(screen.getByText('사유: 4월 개정본 기준')).toBeTruthy();
    expect(screen.getByText('f00d')).toBeTruthy();
  });

  it('sends the consent with the digest of what was shown', async () => {
    const { sent, onClose } = draw({ choices, proposal, reason: null, preview });
    await press(messages['rebinding.agree']);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent).toEqual([{ kind: 'answer', proposalId: 'p', agree: true, changesDigest: 'f00d' }]);
  });

  it('lets the proposer only take it back', async () => {
    const own = { ...proposal, mayAgree: false, mayWithdraw: true };
    const { sent } = draw({ choices, proposal: own, reason: null, preview });
    await press(messages['rebinding.withdraw']);
    expect(screen.queryByRole('button', { name: messages['rebinding.agree'] })).toBeNull();
    expect(sent).toEqual([{ kind: 'answer', proposalId: 'p', agree: false, changesDigest: null }]);
  });

  it('proposes only with a version and a reason', async () => {
    const { sent } = draw({ choices, proposal: null, reason: null, preview }, { chosen: 'v2' });
    const send = await screen.findByRole('button', { name: messages['rebinding.propose'] });
    expect(send).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: ' 4월 개정본으로 합의 ' } });
    await press(messages['rebinding.propose']);
    expect(sent).toEqual([
      { kind: 'propose', contractVersionId: 'v2', reason: '4월 개정본으로 합의', changesDigest: 'f00d' },
    ]);
  });

  it('stays open and says why when it was refused', async () => {
    const refusal = '확인하신 뒤 판정 내용이 달라졌습니다.';
    const { onClose } = draw({ choices, proposal, reason: null, preview }, { answer: refusal });
    await press(messages['rebinding.agree']);
    expect(await screen.findByText(refusal)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says when there is no other version, nothing would change, or the ticket is gone', async () => {
    draw({ choices: choices.slice(0, 1), proposal: null, reason: null, preview: null });
    expect(await screen.findByText(messages['rebinding.noOther'])).toBeTruthy();
    draw({ choices, proposal, reason: null, preview: { ...preview, changes: [] } });
    expect(await screen.findByText(messages['rebinding.same'])).toBeTruthy();
    draw(null);
    expect(await screen.findByText(messages['rebinding.gone'])).toBeTruthy();
  });
});
