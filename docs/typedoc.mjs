/**
 * How TypeDoc writes a page: a declaration is its signature with types, its prose, one line each for the source and the
 * version, and its example. Parameters are described in the prose, so that lists that only repeat types are left out.
 */
import { MarkdownPageEvent, MarkdownTheme, MarkdownThemeContext } from 'typedoc-plugin-markdown';

class Context extends MarkdownThemeContext {
  constructor(...rest) {
    super(...rest);
    this.partials = { ...this.partials, signatureReturns: () => '' };
  }
}

class Theme extends MarkdownTheme {
  getRenderContext(page) {
    return new Context(this, page, this.application.options);
  }
}

/** `#### Since`, a blank line, `0.1.0` become `*Since 0.1.0*`; a source likewise. */
const oneLine = (contents) =>
  contents
    .replace(/^#+ Source\n+(.+(?:\n(?!\n).+)*)/gm, '**Source:** $1')
    .replace(/^#+ Since\n+(.+)/gm, '*Since $1*')
    .replace(/^#+ Examples?\n/gm, '**Example**\n')
    .replace(/\n{3,}/g, '\n\n');

export const load = (app) => {
  app.renderer.defineTheme('lawful', Theme);
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    if (page.contents !== undefined) page.contents = oneLine(page.contents);
  });
};
