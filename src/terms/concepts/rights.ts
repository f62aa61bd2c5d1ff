// People and their rights: who is spoken of, what they may ask, children, and how to reach each other.
import { domain } from "../concept.ts"

export const rights = domain(
  "rights",
  `
right: What law entitles a person to.
  topics rights 6
  en right | rights | entitled ~ entitl
  ug ھوقۇق | ھەق-ھوقۇق ~ ھوقۇق
  ky укук ~ укуг
  tk hukuk | hak | haklar ~ hukug hakly
  az hüquq | haqq
access-right: Being told what is held and receiving a copy.
  topics rights 3
  en access | right of access
  ug زىيارەت قىلىش ھوقۇقى | كۆرۈش | زىيارەت ~ زىيارەت زىيارىت
  ky жеткиликтүүлүк | кирүү мүмкүнчүлүгү | жетүү ~ жеткилик
  tk elýeterlilik | girmek | giriş ~ elýeter
  az giriş | çıxış | əldə etmək
rectification: Correcting wrong information.
  topics rights 5
  en rectification | correct | rectify | amend ~ correct rectif
  ug تۈزىتىش ~ تۈزەت تۈزىت
  ky оңдоо | түзөтүү ~ оңдо түзөт
  tk düzetmek | düzediş ~ düzet düzed
  az düzəltmək | düzəliş ~ düzəl
restriction: Limiting what may be done with information.
  topics rights 5
  en restriction of processing | restrict | restriction | limit ~ restrict limit
  ug چەكلەش ~ چەكلە چەكلى
  ky чектөө ~ чекте
  tk çäklendirmek | çäklendirme ~ çäklendir
  az məhdudlaşdırmaq | məhdudlaşdırma ~ məhdud
portability: Taking one's information to another service.
  topics rights 6
  en portability | data portability
  ug يۆتكەشچانلىق | ئېلىپ يۈرۈشچانلىق
  ky өткөрүлмөлүүлүк | которуу укугу | көчүрүү
  tk geçirijilik | göçürijilik | göçürmek
  az daşınma | daşınabilmə | köçürülmə
objection: Saying no to a use of information.
  topics rights 5
  en object to | objection | opt out | refuse ~ objection
  ug قارشى تۇرۇش | رەت قىلىش ~ قارشى
  ky каршы болуу | каршылык | баш тартуу ~ каршы
  tk garşy çykmak | garşylyk | ret etmek ~ garşy
  az etiraz | etiraz etmək | imtina
automated-decision: A decision made by a computer alone.
  topics rights 4
  en automated decision | automated decision-making | profiling
  ug ئاپتوماتىك قارار | ئاپتوماتىك قارار چىقىرىش
  ky автоматташтырылган чечим | профилдөө
  tk awtomatlaşdyrylan karar | profil düzmek
  az avtomatlaşdırılmış qərar | profilləşdirmə
complaint: Telling someone in charge that something is wrong.
  topics rights 4 contact 1
  en complaint | complain | lodge a complaint ~ complain
  ug شىكايەت | ئەرز ~ شىكايە شىكايى
  ky арыз | даттануу | арыздануу ~ даттан арыз
  tk arz | şikaýat | arz etmek
  az şikayət
supervisory-authority: The office that watches over data protection.
  topics rights 4
  en supervisory authority | data protection authority | regulator
  ug نازارەتچى ئورگان | ئۇچۇر قوغداش ئورگىنى | نازارەت قىلىش ئورگىنى
  ky көзөмөл органы | маалыматты коргоо органы
  tk gözegçilik edarasy | gözegçi edara
  az nəzarət orqanı | məlumatların mühafizəsi orqanı
request: Asking for something.
  topics rights 2
  en request | ask
  ug تەلەپ | ئىلتىماس | سوراش ~ تەلەپ تەلىپ سورا
  ky өтүнүч | суроо-талап | талап ~ өтүн сура
  tk haýyş | talap | sorag ~ haýyş sora
  az tələb | sorğu | müraciət | xahiş
copy: A second example of something.
  topics rights 2
  en copy
  ug نۇسخا | كۆپەيتىلگەن نۇسخا
  ky көчүрмө | нуска
  tk nusga | göçürme
  az nüsxə | surət
free-of-charge: Costing nothing.
  topics rights 1 payment 2
  en free of charge | without charge | free
  ug ھەقسىز
  ky акысыз | бекер
  tk mugt | tölegsiz
  az pulsuz | ödənişsiz
data-subject: The person the information is about.
  topics rights 2
  en data subject | individual | person
  ug سانلىق مەلۇمات ئىگىسى | شەخس | كىشى
  ky маалымат субъектиси | адам | жеке адам
  tk maglumat subýekti | adam | şahs
  az məlumat subyekti | fərd | şəxs
data-controller: Who decides why and how information is processed.
  topics contact 2 intro 1
  en data controller | controller
  ug سانلىق مەلۇمات باشقۇرغۇچى | باشقۇرغۇچى
  ky маалымат контролеру | контролер | башкаруучу
  tk maglumat gözegçisi | gözegçi | dolandyryjy
  az məlumat nəzarətçisi | məlumat operatoru
data-protection-officer: The person in charge of data protection in an organisation.
  topics contact 4
  en data protection officer | DPO | privacy officer
  ug سانلىق مەلۇمات قوغداش خادىمى | ئۇچۇر قوغداش خادىمى | DPO
  ky маалыматты коргоо боюнча адис | маалыматтарды коргоо кызматкери | DPO
  tk maglumat goramak boýunça jogapkär | maglumat goragy boýunça işgär | DPO
  az məlumatların mühafizəsi üzrə məsul şəxs | məlumat mühafizəsi məsulu | DPO
gdpr: The European General Data Protection Regulation.
  topics rights 1 transfers 2 law 1
  en GDPR | General Data Protection Regulation
  ug GDPR
  ky GDPR
  tk GDPR
  az GDPR
child: A person below the age of majority.
  topics children 8
  en child | minor | kid | underage ~ children minor underage
  ug بالا | ئۆسمۈر | قۇرامىغا يەتمىگەن ~ بالىلار بالىلىر بالىڭىز ئۆسمۈر قۇرامىغا
  ky бала | өспүрүм | жашы жете элек ~ бала балдар өспүрүм
  tk çaga | ýetginjek | kämillik ýaşyna ýetmedik ~ çaga ýetginjek
  az uşaq | yetkinlik yaşına çatmayan | azyaşlı ~ uşağ azyaşlı yetkin
parent: Father or mother, or who stands in their place.
  topics children 6
  en parent | guardian | mother | father
  ug ئاتا-ئانا | ۋەسىي | ئاتا | ئانا ~ ئاتا-ئانى ۋەسى
  ky ата-эне | камкорчу ~ ата-эне камкор
  tk ene-ata | hossar ~ ene-ata hossar
  az valideyn | qəyyum
age: How many years a person has lived.
  topics children 5
  en age | years old | years of age
  ug ياش | يېشى ~ ياشقا ياشتىن يېش
  ky жаш | жашка толо элек ~ жашка жаштан жашы
  tk ýaş | ýaşyny ~ ýaşy ýaşdan
  az yaş | yaşında ~ yaşdan yaşına yaşlı
adult: A person of full age.
  topics children 4
  en adult | full age | majority
  ug قۇرامىغا يەتكەن | چوڭ
  ky чоң киши | бойго жеткен | чоңдор
  tk uly adam | kämillik ýaşy | ulular
  az böyük | yetkin
contact: Getting in touch.
  topics contact 6
  en contact | contact us | get in touch | write to us
  ug ئالاقىلىشىش | ئالاقە | بىز بىلەن ئالاقىلىشىڭ ~ ئالاقى ئالاقە
  ky байланышуу | байланыш | биз менен байланышыңыз ~ байланыш
  tk habarlaşmak | aragatnaşyk | biz bilen habarlaşyň ~ habarlaş aragatnaşy
  az əlaqə | bizimlə əlaqə | bizə yazın ~ əlaqə
question: Words that ask for an answer.
  topics contact 4
  en question | query | concern
  ug سوئال
  ky суроо | суроолор
  tk sorag | sowal
  az sual
answer: Words that reply to a question.
  topics contact 2
  en answer | reply | respond | response
  ug جاۋاب | جاۋاب بېرىش
  ky жооп | жооп берүү
  tk jogap | jogap bermek
  az cavab | cavab vermək
email: Electronic mail.
  topics contact 3
  en email | e-mail | mail ~ email
  ug ئېلخەت | ئېلېكترونلۇق خەت | ئېلېكتىرونلۇق خەت | تور خېتى ~ ئېلخەت ئېلخىت ئېلېكترون ئېلېكتىرون
  ky электрондук почта | электрондук кат | почта | имейл ~ электрон почта
  tk e-poçta | elektron poçta | poçta | e-poçt
  az e-poçt | elektron poçt | poçt | email
telephone: A machine to speak with people far away, and its number.
  topics contact 3
  en telephone | phone | phone number | call
  ug تېلېفون | تېلېفون نومۇرى
  ky телефон | телефон номери
  tk telefon | telefon belgisi
  az telefon | telefon nömrəsi
address: Where someone lives, works or receives letters.
  topics contact 3 collect 1
  en address | postal address
  ug ئادرېس
  ky дарек | адрес ~ дарег
  tk salgy | adres
  az ünvan | adres
letter: A written message.
  topics contact 2
  en letter | message | write
  ug خەت | ئۇچۇر يوللاش | يازماق ~ خەت خېت يېزى ياز
  ky кат | билдирүү | жазуу ~ кат жаз
  tk hat | habar | ýazmak ~ hat ýaz
  az məktub | mesaj | yazmaq ~ məktub yaz
office: The place where an organisation works.
  topics contact 2
  en office | head office | headquarters
  ug ئىشخانا | باش ئورگان
  ky кеңсе | башкы кеңсе | офис
  tk edara | baş edara | ofis
  az ofis | baş ofis
street: A road in a town, as in an address.
  topics contact 3
  en street | avenue | floor
  ug كوچا | يول | قەۋەت
  ky көчө | кабат
  tk köçe | gat
  az küçə | mərtəbə
working-day: A day on which offices are open.
  topics contact 2
  en working day | business day | working hours | office hours
  ug خىزمەت كۈنى | ئىش كۈنى | ئىش ۋاقتى
  ky жумуш күнү | иш күнү
  tk iş güni | iş wagty
  az iş günü | iş saatı
support: People who help users.
  topics contact 2
  en support | customer service | help desk | helper ~ support help
  ug مۇلازىمەت بۆلۈمى | ياردەم | خېرىدارلار مۇلازىمىتى
  ky колдоо кызматы | жардам | жардам кызматы
  tk goldaw | goldaw gullugy | kömek
  az dəstək | dəstək xidməti | yardım | kömək
change: Making different.
  topics changes 6
  en change | modify | modification | amendment | revise ~ chang modif amend revis
  ug ئۆزگەرتىش | ئۆزگىرىش ~ ئۆزگەر ئۆزگىر
  ky өзгөртүү | өзгөрүү | өзгөртүүлөр ~ өзгөр өзгөрт
  tk üýtgetmek | üýtgetme | üýtgeşme ~ üýtge
  az dəyişiklik | dəyişmək | dəyişdirmək ~ dəyiş
update: Bringing up to date.
  topics changes 5
  en update | updated | last updated
  ug يېڭىلاش ~ يېڭىلا يېڭىلى
  ky жаңыртуу | жаңылоо ~ жаңырт жаңыла
  tk täzelemek | täzelenme ~ täzele
  az yeniləmə | yeniləmək ~ yenilə
version: One state of a text among others.
  topics changes 4
  en version | edition | earlier version
  ug نەشر | نۇسخا | كونا نەشرى
  ky редакция | версия | нуска
  tk görnüş | wersiýa | neşir
  az versiya | redaksiya | nəşr
effective-date: The day from which something holds.
  topics changes 4
  en effective date | takes effect | effective | come into force | in force
  ug كۈچكە ئىگە بولۇش | كۈچكە ئىگە
  ky күчүнө кирүү | күчүнө кирет | күчүндө
  tk güýje girmek | güýje girýär | güýje giren
  az qüvvəyə minmək | qüvvəyə minir | qüvvədə
advance-notice: Telling before something happens.
  topics changes 3
  en in advance | beforehand | prior notice
  ug ئالدىن | بۇرۇن ئۇقتۇرۇش | ئالدىن ئۇقتۇرۇش
  ky алдын ала | мурда | мурун
  tk öňünden | öňden
  az əvvəlcədən | qabaqcadan | əvvəl
publish: Putting where everyone can see it.
  topics changes 3
  en publish | post | announce
  ug ئېلان قىلىش | چاپلاش
  ky жарыялоо | илүү | жайгаштыруу ~ жарыяла
  tk çap etmek | ýerleşdirmek | yglan etmek
  az dərc etmək | yayımlamaq | elan etmək
review: Looking at again.
  topics changes 2
  en review | check regularly | periodically ~ periodic regular
  ug قاراپ چىقىش | قەرەللىك | دائىم
  ky карап чыгуу | мезгил-мезгили | дайыма
  tk gözden geçirmek | wagtal-wagtal | yzygiderli
  az nəzərdən keçirmək | vaxtaşırı | mütəmadi
link: A place on a page that leads to another page.
  topics links 5
  en link | hyperlink
  ug ئۇلانما | ئۇلىنىش ~ ئۇلان ئۇلىن
  ky шилтеме
  tk baglanyşyk | salgylanma | link
  az keçid | link | -bağlantı
other-websites: Websites of others.
  topics links 8
  en other websites | third-party websites | external sites | other sites
  ug باشقا تور بېكەت | باشقا تور بېكەتلەر | سىرتقى تور بېكەت
  ky башка сайттар | башка веб-сайт | тышкы сайт
  tk beýleki saýtlar | başga saýtlar | beýleki web sahypalar
  az başqa saytlar | digər saytlar | digər veb saytlar
`,
)
