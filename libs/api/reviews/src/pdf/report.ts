/** A review as its PDF shows it: words only, so that the layout knows nothing of figures and rules. */
export interface Report {
  readonly language: 'ko' | 'en';
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly highlights: readonly Highlight[];
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
  readonly tables: readonly Table[];
  readonly signatures: {
    readonly title: string;
    readonly note: string;
    readonly parties: readonly {
      readonly party: string;
      readonly lines: readonly string[];
      readonly signed: boolean;
    }[];
  };
  readonly integrity: {
    readonly title: string;
    readonly note: string;
    readonly digests: readonly (readonly [label: string, value: string])[];
  };
  readonly footer: string;
}

/** GOOD and BAD speak by word too: never by colour alone. */
export type Tone = 'GOOD' | 'BAD' | 'PLAIN';

export interface Highlight {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: Tone;
}

/** A stretch of narrative: Markdown's headings, bullets and paragraphs, nothing else of it. */
export interface Block {
  readonly kind: 'HEADING' | 'BULLET' | 'PARAGRAPH';
  readonly text: string;
}

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly width: number;
  readonly end?: boolean;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said below; instead of the table where there are no rows. */
  readonly note: string | null;
}
