/** What citizens, clerks or attackers might write into a field, for the tests of every interpreter. */
export function hostileTexts(): readonly string[] {
  return [
    '#eval("1+1") #import "@preview/x:1.0.0" #read("/etc/hostname") #sys.inputs',
    '$x^2$ [a] @ref <label> = judul *tebal* _miring_ `kode` // komentar /* blok */ - butir + nomor',
    '\\u{48} \\ \\\\ "kutip" \'kutip\' -- --- ~ & % {{angka}} <%= 1 %>',
    '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; ]]> <!-- -->',
    '=HYPERLINK("https://contoh.example","klik")',
    '+62 -1+1 @SUM(A1:A9) =1+1',
    '😀 👨‍👩‍👧 ❤️ 👍🏽 🇮🇩 1️⃣',
    'مرحبا شكوى',
    'שלום תלונה',
    '漢字 投诉 ไทย ꦲꦏ꧀ꦱꦫ',
    'baris satu\nbaris dua\r\nbaris tiga\u2028baris empat',
    '\u0000\u0001\u0007\u001B[31m\u007F\u0085\uFFFE\uFFFF',
    'abc\uD800def\uDC00ghi',
    '\u202Ekanan ke kiri\u202C \u2066isolasi\u2069 \u200Blebar nol\uFEFF',
    'e\u0301\u0302\u0303\u0304\u0305 z\u0351\u0352\u0353 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A',
    'x'.repeat(10_000),
    `https://contoh.example/${'a/b?c=d&'.repeat(200)}`,
    ' ',
    '½ ² № ™ ﬁ ﬂ Ⅳ ㎏ ﷽ 𝓐 𐍈',
  ];
}

/** The same in few documents: all short ones as lines of one text, each long one alone. */
export function hostileDocuments(): readonly string[] {
  const texts = hostileTexts();
  return [
    texts.filter((text) => text.length < 300).join('\n'),
    ...texts.filter((text) => text.length >= 300),
  ];
}
