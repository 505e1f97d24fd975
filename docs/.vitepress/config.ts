import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig, type MarkdownRenderer } from 'vitepress';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm run docs:api` wrote beside the pages of the API. */
const apiSidebar = (): Array<DefaultTheme.SidebarItem> => {
  const file = `${root}docs/api/typedoc-sidebar.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Array<DefaultTheme.SidebarItem>) : [];
};

const guide: Array<DefaultTheme.SidebarItem> = [
  { text: 'Guide', items: [{ text: 'Empirical distribution functions', link: '/guide/ecdf' }] },
];

/** A fence says `ts @import.meta.vitest` to the doc tests; a reader needs the `ts` alone. */
const plainFences = (md: MarkdownRenderer): void => {
  md.core.ruler.push('plain-fences', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'fence') token.info = token.info.replace(/\s*@import\.meta\.vitest\b/, '');
    }
  });
};

/** Two braces are text here, never Vue's interpolation; in TeX they are everyday. */
const bracesAreText = (md: MarkdownRenderer): void => {
  for (const rule of ['text', 'code_inline', 'math_inline', 'math_block']) {
    const render = md.renderer.rules[rule];
    if (render === undefined) continue;
    md.renderer.rules[rule] = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
  }
};

export default defineConfig({
  lang: 'en',
  title: 'lawful',
  description: 'Laws of random variables, as pure functions',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  srcExclude: ['demo/**', 'examples/**', 'api/README.md'],
  markdown: {
    math: true,
    config: (md) => {
      plainFences(md);
      bracesAreText(md);
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/ecdf', activeMatch: '^/guide/' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: { '/guide/': guide, '/api/': [{ text: 'API', link: '/api/', items: apiSidebar() }] },
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    footer: { message: 'MIT licence. Copyright The lawful authors.' },
  },
  vite: {
    resolve: {
      // The sources, as in vitest.config.ts; fp-ts from its ES modules, as in the build.
      alias: [
        { find: /^lawful$/, replacement: `${root}src/index.ts` },
        { find: /^lawful\/(laws\/[\w-]+)$/, replacement: `${root}src/$1.ts` },
        { find: /^lawful\/([\w-]+)$/, replacement: `${root}src/$1/index.ts` },
        { find: /^fp-ts\/lib\/(.*)\.js$/, replacement: `${root}node_modules/fp-ts/es6/$1.js` },
      ],
    },
  },
});
