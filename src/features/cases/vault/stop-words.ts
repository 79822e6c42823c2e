/**
 * Indonesian words that stand in nearly every complaint and find nothing. PostgreSQL has no such list for the
 * language, so texts and queries are cleaned here, by the same list.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `ada adalah agar akan akhirnya aku anda antara apa apabila apakah atas atau bagaimana bagi bahkan bahwa banyak
  baru beberapa begitu belum berada berapa bila bisa boleh bukan cara dalam dan dapat dari daripada demi dengan di
  dia diri dong dulu gimana hal hanya harus hendak hingga ia ini itu jadi jangan jika juga kah kalau kali kalian kami
  kamu karena kata kemudian kenapa kepada ketika kini kita kok lagi lah lain lalu lebih maka makin malah mana masih
  mau maupun melalui mengapa mereka meski mohon namun nya oleh pada paling para per pernah pun punya saat saja sama
  sampai sana sangat sangatlah satu saya sebab sebagai sebelum sebuah secara sedang sehingga sejak sekarang selain
  selalu seluruh semua sendiri seorang seperti sering serta sesudah setelah setiap siapa silakan sini situ suatu
  sudah supaya tadi tahu tak tanpa tapi telah tentang tentu terhadap terima kasih terlalu terus tetap tetapi tiap
  tidak tolong tersebut tsb untuk walau yaitu yakni yang yg dgn utk sdh tdk dr pd krn jg bpk ibu bapak sdr sdri pak bu`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
