/**
 * Pictures for the documents: what a run shows on GitHub, from real runs against the local instance, drawn by Chromium.
 * `npm ci --prefix tools/mermaid && node tools/pictures.ts CHROMIUM`
 */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startEmulator } from '../emulator/index.ts'
import { makeSetting } from './demo/setting.ts'
import { startGitHub } from './lab/github.ts'
import { execute } from './lab/programs.ts'
import { runAction, type ActionRun } from './lab/runner.ts'

const chromium = process.argv[2] ?? 'chromium'
const WIDTH = 960
const MODULES = resolve('tools/mermaid/node_modules')

/** A page as GitHub lays out Markdown, near enough to see what a reader sees. */
const page = (html: string, mermaid: string): string => `<!doctype html><meta charset="utf-8"><style>
body { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: #1f2328; margin: 0; padding: 20px 28px; width: ${WIDTH - 56}px }
h2, h3 { margin: 18px 0 10px } h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: 6px } h2:first-child, h3:first-of-type { margin-top: 0 }
table { border-collapse: collapse; width: max-content; max-width: 100%; font-size: 13px } td, th { border: 1px solid #d1d9e0; padding: 5px 10px; vertical-align: top; text-align: left }
tr:nth-child(2n) td { background: #f6f8fa } code { background: #818b981f; border-radius: 6px; padding: 2px 5px; font: 12px monospace }
blockquote { margin: 0 0 12px; padding: 0 14px; color: #59636e; border-left: 4px solid #d1d9e0 } sub { font-size: 11px; color: #59636e } a { color: #0969da }
.mermaid { text-align: center; margin: 14px 0 }
</style><main>${html}</main><script src="${mermaid}"></script><script>mermaid.initialize({ startOnLoad: true, securityLevel: 'strict' })</script>`

async function picture(folder: string, name: string, markdown: string, height: number): Promise<void> {
  if (markdown === '') throw new Error(`there is nothing to draw for ${name}`)
  const { marked } = (await import(pathToFileURL(join(MODULES, 'marked/lib/marked.esm.js')).href)) as {
    marked: (text: string) => string
  }
  // The local instance stands for one that has a name.
  const named = markdown.replaceAll(/http(&#58;|:)\/\/127\.0\.0\.1(&#58;|:)\d+/g, 'https&#58;//acmedev.service-now.com')
  const html = marked(named).replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  )
  const file = join(folder, `${name}.html`)
  await writeFile(file, page(html, pathToFileURL(join(MODULES, 'mermaid/dist/mermaid.min.js')).href))
  const image = join(folder, `${name}.png`)
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--virtual-time-budget=10000']
  const { exitCode, stderr } = await execute(chromium, [
    ...flags,
    `--window-size=${WIDTH},${height}`,
    `--screenshot=${image}`,
    `--user-data-dir=${join(folder, 'profile')}`,
    pathToFileURL(file).href,
  ])
  if (exitCode !== 0) throw new Error(stderr)
  await mkdir('docs/images', { recursive: true })
  await copyFile(image, join('docs/images', `${name}.png`))
}

const folder = await mkdtemp(join(tmpdir(), 'servicenow-mtls-pictures-'))
const [instance, github] = await Promise.all([startEmulator(), startGitHub()])
const setting = await makeSetting(instance.url)
try {
  instance.store.insert('sys_rest_message', { name: 'Bank Payments', rest_endpoint: 'https://api.bank.example/payments' })
  instance.store.insert('sys_soap_message', { name: 'Bank Statements' })
  const pullRequest = { number: 7, head: { sha: 'c0ffee4711'.padEnd(40, '0'), repo: { full_name: 'acme/integrations' } } }
  const run = (command: string, secrets: Readonly<Record<string, string>>, runId: string, more = {}): Promise<ActionRun> =>
    runAction({
      workspace: setting.workspace,
      inputs: {
        command,
        environment: 'dev',
        username: 'admin',
        password: 'admin',
        artifact: 'never',
        'github-token': 'token',
        ...more,
      },
      event:
        command === 'verify'
          ? { name: 'schedule', payload: {} }
          : { name: 'pull_request', payload: { pull_request: pullRequest } },
      env: { ...secrets, GITHUB_API_URL: github.url, GITHUB_RUN_ID: runId, GITHUB_SHA: pullRequest.head.sha },
    })
  await run('plan', setting.secrets, '1')
  await run('apply', setting.secrets, '2', { 'allow-untrusted-spec': 'true', comment: 'never' })
  await run('plan', setting.renewed, '3', { 'expiry-warning': '100d' })
  await picture(folder, 'comment', github.comments.get(7)?.[0]?.body ?? '', 860)
  const verified = await run('verify', setting.secrets, '4', { issue: 'auto', comment: 'never', 'expiry-warning': '100d' })
  await picture(folder, 'summary', verified.summary, 1640)
  await picture(folder, 'issue', github.issues[0]?.body ?? '', 680)
} finally {
  await Promise.all([instance.close(), github.close()])
  await rm(setting.workspace, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}
