// Where every answer comes from: the Markdown documents, their sections, and whether a quote stands in them.

/** One heading of a document and the text below it, up to the next heading. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** A source document. `updated` is the date as the document words it; undefined when it says none. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly updated?: string;
  readonly sections: readonly Section[];
}
