import { Document, Page, Text, View } from '@react-pdf/renderer';
import type { Block, Highlight, Report } from './report.js';
import { styles, TONES } from './styles.js';
import { TableView } from './table.js';

function Head({ report }: { readonly report: Report }) {
  return (
    <View>
      <Text style={styles.title}>{report.title}</Text>
      <Text style={styles.subtitle}>{report.subtitle}</Text>
      <View style={styles.rule} />
      <View style={styles.facts}>
        {report.facts.map(([label, value]) => (
          <View key={label} style={styles.fact}>
            <Text style={styles.factLabel}>{label}</Text>
            <Text style={styles.factValue}>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Highlights({ highlights }: { readonly highlights: readonly Highlight[] }) {
  return (
    <View style={styles.highlights} wrap={false}>
      {highlights.map(({ label, value, note, tone }) => (
        <View key={label} style={styles.highlight}>
          <Text style={styles.highlightLabel}>{label}</Text>
          <Text style={styles.highlightValue}>{value}</Text>
          <Text style={[styles.highlightNote, { color: TONES[tone] }]}>{note}</Text>
        </View>
      ))}
    </View>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'HEADING') return <Text style={styles.subheading}>{block.text}</Text>;
  if (block.kind === 'PARAGRAPH') return <Text style={styles.paragraph}>{block.text}</Text>;
  return (
    <View style={styles.bullet}>
      <Text style={styles.bulletMark}>•</Text>
      <Text style={styles.bulletText}>{block.text}</Text>
    </View>
  );
}

function Signatures({ report }: { readonly report: Report }) {
  const { signatures, integrity } = report;
  return (
    <View wrap={false}>
      <Text style={styles.heading}>{signatures.title}</Text>
      <Text>{signatures.note}</Text>
      <View style={styles.parties}>
        {signatures.parties.map(({ party, lines, signed }) => (
          <View key={party} style={styles.party}>
            <Text style={styles.partyName}>{party}</Text>
            {lines.map((line) => (
              <Text key={line} style={signed ? {} : styles.partyUnsigned}>
                {line}
              </Text>
            ))}
          </View>
        ))}
      </View>
      <Text style={styles.heading}>{integrity.title}</Text>
      {integrity.digests.map(([label, value]) => (
        <View key={label} style={styles.digest}>
          <Text style={styles.digestLabel}>{label}</Text>
          <Text style={styles.digestValue}>{value}</Text>
        </View>
      ))}
      <Text style={styles.note}>{integrity.note}</Text>
    </View>
  );
}

function Footer({ text }: { readonly text: string }) {
  return (
    <View style={styles.footer} fixed>
      <Text>{text}</Text>
      <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
    </View>
  );
}

interface ReviewPdfProps {
  readonly report: Report;
  /** Asked in this order for each character. */
  readonly families: readonly string[];
}

/** The A4 pages of a review. */
export function ReviewPdf({ report, families }: ReviewPdfProps) {
  return (
    <Document
      title={`${report.title} · ${report.subtitle}`}
      language={report.language}
      producer="Daylight"
      creator="Daylight"
    >
      <Page size="A4" style={[styles.page, { fontFamily: [...families] }]}>
        <Footer text={report.footer} />
        <View style={styles.body}>
          <Head report={report} />
          <Highlights highlights={report.highlights} />
          {report.sections.map(({ title, blocks }) => (
            <View key={title}>
              <Text style={styles.heading} minPresenceAhead={40}>
                {title}
              </Text>
              {blocks.map((block, index) => (
                <BlockView key={index} block={block} />
              ))}
            </View>
          ))}
          {report.tables.map((table) => (
            <TableView key={table.title} table={table} />
          ))}
          <Signatures report={report} />
        </View>
      </Page>
    </Document>
  );
}
