import { StyleSheet } from '@react-pdf/renderer';

export const INK = '#1b2430';
export const MUTED = '#5b6776';
export const LINE = '#d5dbe3';
export const BRAND = '#1f4e8c';
export const TONES = { GOOD: '#1d6b3a', BAD: '#a3231f', PLAIN: INK } as const;

export const styles = StyleSheet.create({
  page: { paddingTop: 44, paddingBottom: 56, paddingHorizontal: 42, fontSize: 9, color: INK },
  // Not on the page: text that is rendered per page (the footer's number) vanishes under an inherited line height.
  body: { fontSize: 9, lineHeight: 1.45 },
  title: { fontSize: 21, fontWeight: 700, lineHeight: 1.25 },
  subtitle: { fontSize: 12, color: MUTED, marginTop: 3 },
  rule: { height: 2, backgroundColor: BRAND, marginTop: 12, marginBottom: 10 },
  facts: { flexDirection: 'row', flexWrap: 'wrap' },
  fact: { width: '50%', flexDirection: 'row', marginBottom: 3, paddingRight: 8 },
  factLabel: { width: 66, color: MUTED },
  factValue: { flex: 1 },
  highlights: { flexDirection: 'row', marginTop: 12, gap: 8 },
  highlight: { flex: 1, borderWidth: 1, borderColor: LINE, borderRadius: 4, padding: 9 },
  highlightLabel: { fontSize: 8, color: MUTED },
  highlightValue: { fontSize: 16, fontWeight: 700, marginTop: 2, lineHeight: 1.3 },
  highlightNote: { fontSize: 8, marginTop: 1 },
  heading: { fontSize: 12, fontWeight: 700, marginTop: 16, marginBottom: 5, color: BRAND },
  subheading: { fontWeight: 700, marginTop: 5, marginBottom: 2 },
  paragraph: { marginBottom: 4 },
  bullet: { flexDirection: 'row', marginBottom: 2 },
  bulletMark: { width: 12, paddingLeft: 3 },
  bulletText: { flex: 1 },
  headRow: { flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: INK, paddingBottom: 3 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: LINE, paddingVertical: 3.5 },
  headCell: { fontSize: 7.5, color: MUTED, fontWeight: 600, paddingRight: 5 },
  cell: { fontSize: 8.5, paddingRight: 5 },
  note: { fontSize: 8.5, color: MUTED, marginTop: 4 },
  parties: { flexDirection: 'row', gap: 14, marginTop: 7 },
  party: { flex: 1, borderWidth: 1, borderColor: LINE, borderRadius: 4, padding: 11, minHeight: 92 },
  partyName: { fontWeight: 700, marginBottom: 6 },
  partyUnsigned: { color: MUTED },
  digest: { flexDirection: 'row', marginTop: 3 },
  digestLabel: { width: 66, color: MUTED, fontSize: 8 },
  digestValue: { flex: 1, fontSize: 8 },
  footer: {
    position: 'absolute',
    bottom: 26,
    left: 42,
    right: 42,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 7.5,
    color: MUTED,
  },
});
