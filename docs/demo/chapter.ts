/** What a chapter of the demo is: words, tables and figures, all plain data. */
import type { PlotOptions } from '@observablehq/plot';
import type { Either } from 'fp-ts/lib/Either.js';
import type { Failure } from 'lawful/law';

/** Cells are written as they shall be read; the first column names the row. */
export interface Table {
  readonly title: string;
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
  readonly note: string;
}

/** A figure for a width in pixels; `description` is for readers who cannot see it. */
export interface Figure {
  readonly title: string;
  readonly plot: (width: number) => PlotOptions;
  readonly description: string;
  readonly note: string;
}

export interface Chapter {
  readonly title: string;
  readonly lead: string;
  readonly tables: ReadonlyArray<Table>;
  readonly figures: ReadonlyArray<Figure>;
}

/** A chapter is a pure function of the text of one file. */
export interface ChapterOf {
  readonly name: string;
  readonly file: string;
  readonly chapter: (text: string) => Either<Failure, Chapter>;
}
