import ts from 'typescript'

const OTHERS = /[^\0-\x7f]/g

/**
 * A script in ASCII: every other character as its escape, which means the same in most strings, templates, regular expressions and
 * names. Where it does not, as after a backslash, in a template with a tag or between two tokens, the script is given back as it is.
 * A file with one such character takes twice the memory, and longer to be read.
 */
export function inAscii(code: string): string {
  const escaped = code.replaceAll(OTHERS, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return escaped === code || meansTheSame(code, escaped) ? escaped : code
}

/** Whether two scripts are the same tree of tokens with the same values. */
function meansTheSame(code: string, escaped: string): boolean {
  // The escape would be escaped.
  if (/\\[^\0-\x7f]/.test(code)) return false
  const scripts = [code, escaped].map((text) => ts.createSourceFile('script.js', text, ts.ScriptTarget.Latest))
  const pairs: (readonly (ts.Node | undefined)[])[] = [scripts]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [one, other] = pair
    if (one === undefined || other === undefined) return false
    if (one.kind !== other.kind || valueOf(one) !== valueOf(other)) return false
    // A tag may ask how its template was written.
    if (ts.isTaggedTemplateExpression(one) && code.slice(one.template.pos, one.template.end).search(OTHERS) >= 0) return false
    const [ones, others] = [childrenOf(one), childrenOf(other)]
    if (ones.length !== others.length) return false
    pairs.push(...ones.map((child, index) => [child, others[index]]))
  }
  return true
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  node.forEachChild((child) => void children.push(child))
  return children
}

/** What a literal or a name stands for, its escapes undone; a regular expression keeps them, and undoes them itself. */
function valueOf(node: ts.Node): string {
  if (ts.isRegularExpressionLiteral(node)) return ''
  const hasValue = ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isIdentifier(node)
  return hasValue || ts.isPrivateIdentifier(node) ? node.text : ''
}
