import { fileName, logLine, markdown, oneLine } from '../../src/report/escape.ts'

test('a log line is one line and never a workflow command', () => {
  expect(logLine('a\nb\r\n::set-output name=x::y')).toMatch(/^a b {1,2}::set-output name=x::y$/)
  for (const hostile of ['::add-mask::x', '  ::error::x', '##[command]x', 'x ##[group]y', '\t::stop-commands::x']) {
    expect(logLine(hostile)).not.toMatch(/^\s*::|##\[/)
  }
})

test('characters that reorder or hide text become visible', () => {
  expect(oneLine('a\u202eb\u0000c\u001b[31m')).toBe('a\u{fffd}b\u{fffd}c\u{fffd}[31m')
  expect(oneLine('x'.repeat(600)).length).toBe(501)
})

test('Markdown shows text as it is', () => {
  for (const hostile of [
    '<img src=x>',
    '[a](javascript:x)',
    '`x`',
    '|',
    '@acme',
    'https://bank.example',
    '#12',
    '**x**',
    '<!-- -->',
    '$x$',
  ]) {
    expect(markdown(hostile).replaceAll(/&(#\d+|amp|lt|gt);/g, '')).not.toMatch(/[<>[\]`|*$&]|https:/)
  }
})

test('what Markdown has made of a text is no mention and no reference', () => {
  for (const hostile of ['@acme', '@acme/keys', '#12', 'acme/integrations#12', 'GH-12', 'gh-12', '&#64;acme']) {
    const rendered = markdown(hostile)
      .replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&amp;', '&')
    expect(rendered).not.toMatch(/@\w|(?<!&)#\d|GH-\d/i)
    expect(rendered.replaceAll('\u200b', '')).toBe(hostile)
  }
})

test('file names stay below their folder on every system', () => {
  for (const name of ['../../etc/passwd', '..', '.', '', 'CON', 'nul.txt', 'a/b\\c', 'über bank', '-rf', 'x'.repeat(300)]) {
    expect(fileName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,109}$/)
    expect(fileName(name)).not.toMatch(/^(con|nul)(\.|$)/i)
  }
})
