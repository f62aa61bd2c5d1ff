// Words of web pages round a text, all languages together: beginnings of words, lower case. A line is residue for a
// pair of them or for its shape, never for one word.

/** The page itself … */
export const siteWords =
  /(?<!\p{L})(?:site|website|page|сайт|баракча|saýt|sahypa|sayt|səhifə|تور ?(?:بېت|بېكەت|بەت)|توربېكەت)/u

/** … is being worked on. */
export const workWords =
  /(?<!\p{L})(?:under (?:maintenance|construction)|being updated|down for|жаңыланууда|жаңыланып жат|оңдолууда|оңдолуп жат|техникалык иштер|täzelenýär|täzelenip|bejerilýär|abatlanýar|gurulýar|yenilənir|yenilənmə aparılır|təmir olunur|texniki işlər|hazırlanır)|يېڭىلىنىۋات|ئاسرىلىۋات|ئاسراۋات|رېمونت قىلىنىۋات/u

/** What is counted: "Downloads: 12". */
export const countedWords =
  /(?<!\p{L})(?:download|view|visit|hit|share|like|comment|read|жүкт|көрүү|көрүл|пикир|ýüklen|ýükle|görül|okald|teswir|yüklə|endir|baxış|bax[ıi]l|oxun|şərh|چۈشۈر|كۆرۈل|ئوقۇل|كۆرگەن|باھا|ئىنكاس)/u

/** Sharing and printing: "Share on Facebook". */
export const sharingWords =
  /(?<!\p{L})(?:share|tweet|pin|follow|send|print|бөлүш|жөнөт|басып чыгар|жазыл|paýlaş|ugrat|çap et|ýazyl|paylaş|bölüş|göndər|izlə|ھەمبەھىر|ئورتاقلاش|يوللا|بېسىپ چىقار|ئەگەش)/u

/** Names of places to share on. */
export const sharingPlaces =
  /(?<!\p{L})(?:facebook|twitter|x|whatsapp|telegram|wechat|weixin|linkedin|instagram|vkontakte|vk|odnoklassniki|ok|viber|skype|pinterest|youtube|tiktok|imo|mail|e-?mail)(?!\p{L})/giu
