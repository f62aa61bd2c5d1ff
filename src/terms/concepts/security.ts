// Security and technology: how things are guarded, and the machines and traces policies speak of.
import { domain } from "../concept.ts"

export const security = domain(
  "security",
  `
security: Freedom from danger, theft and misuse.
  topics security 6
  en security | safety | secure ~ secur safe
  ug بىخەتەرلىك | ئامانلىق ~ بىخەتەر
  ky коопсуздук ~ коопсуз
  tk howpsuzlyk ~ howpsuz
  az təhlükəsizlik | -güvenlik ~ təhlükəsiz
protection: Keeping from harm.
  topics security 4
  en protect | protection | safeguard ~ protect safeguard
  ug قوغداش ~ قوغدا قوغدى
  ky коргоо ~ корго
  tk goramak | goragly | gorag ~ gora
  az qorumaq | mühafizə | qorunma ~ qoru mühafizə
encryption: Writing information so that only a key opens it.
  topics security 6
  en encryption | encrypt | cipher ~ encrypt
  ug شىفىرلاش | مەخپىيلەشتۈرۈش ~ شىفىر
  ky шифрлөө ~ шифр
  tk şifrlemek | şifrleme ~ şifr
  az şifrələmə | şifrələmək ~ şifrə
password: A secret word that opens an account.
  topics security 3 account 2
  en password | passcode
  ug پارول | مەخپىي نومۇر ~ ئىم
  ky сырсөз | купуя сөз | пароль ~ сырсөз сыр_сөз
  tk parol | açar söz
  az parol | -şifrə
unauthorised-access: Entry by someone who has no leave.
  topics security 5
  en unauthorised access | unauthorized access | unauthorised ~ unauthori
  ug رۇخسەتسىز زىيارەت | ھوقۇقسىز كىرىش ~ رۇخسەتسىز ھوقۇقسىز
  ky уруксатсыз кирүү | уруксатсыз ~ уруксатсыз
  tk rugsatsyz giriş | bidin giriş ~ rugsatsyz
  az icazəsiz giriş | icazəsiz ~ icazəsiz
breach: An event in which information is lost, stolen or seen by the wrong people.
  topics security 5
  en data breach | breach | leak | incident
  ug ئاشكارىلىنىپ كېتىش | ئۇچۇر ئاشكارىلىنىش | ۋەقە
  ky маалыматтын чыгып кетиши | бузулуу | окуя
  tk maglumat syzmasy | bozulma | hadysa
  az məlumat sızması | pozuntu | insident
loss: No longer having something.
  topics security 2 liability 2
  en loss | lose | lost
  ug يوقىلىش | يوقىتىش | يوقاپ كېتىش | زىيان ~ يوقال
  ky жоготуу | жоголуу ~ жогол жогот
  tk ýitgi | ýitirmek ~ ýiti
  az itki | itirmək ~ itir
theft: Taking what belongs to another.
  topics security 3
  en theft | stolen | steal
  ug ئوغرىلىق | ئوغرىلاش ~ ئوغرى
  ky уурулук | уурдоо ~ уурда ууру
  tk ogurlyk | ogurlamak ~ ogurla
  az oğurluq | oğurlamaq ~ oğurla oğurlan
misuse: Using something in a wrong way.
  topics security 3
  en misuse | abuse | fraud ~ misus abus fraud
  ug قالايمىقان ئىشلىتىش | ئالدامچىلىق ~ ئالدام
  ky кыянаттык | алдамчылык ~ алдам кыянат
  tk hyýanatçylyk | aldawçylyk | bidin peýdalanmak ~ aldaw hyýanat
  az sui-istifadə | fırıldaqçılıq | dələduzluq ~ sui fırıldaq
technical-measures: Steps of technique and organisation that guard information.
  topics security 5
  en technical measures | organisational measures | measures ~ measure
  ug تېخنىكىلىق تەدبىر | تەدبىر ~ تەدبىر
  ky техникалык чаралар | уюштуруу чаралары | чара
  tk tehniki çäreler | guramaçylyk çäreleri | çäre
  az texniki tədbirlər | təşkilati tədbirlər | tədbir
ssl: The protocols SSL and TLS, which encrypt connections.
  topics security 5
  en TLS | SSL | HTTPS
  ug TLS | SSL | HTTPS
  ky TLS | SSL | HTTPS
  tk TLS | SSL | HTTPS
  az TLS | SSL | HTTPS
firewall: A device or program that keeps unwanted traffic out.
  topics security 4
  en firewall | antivirus
  ug مۇداپىئە تام | ئوتتىن مۇداپىئە تام
  ky брандмауэр | тосмо
  tk diwar ekrany | goragçy diwar | brandmauer
  az təhlükəsizlik divarı | firewall | antivirus
confidential: Meant to be known by few.
  topics security 2
  en confidential | secret | secrecy
  ug مەخپىي | سىر
  ky купуя | сыр | жашыруун
  tk gizlin | syr
  az məxfi | sirr | gizli
guarantee: A promise that something is so.
  topics security 2 liability 3
  en guarantee | ensure | assure ~ guarant ensur assur
  ug كاپالەت | كاپالەتلىك ~ كاپالە كاپالىت
  ky кепилдик ~ кепил
  tk kepillik | kepil ~ kepil
  az zəmanət | təminat ~ zəmanət
employee: A person who works for the organisation.
  topics security 3 share 1
  en employee | staff | personnel
  ug خىزمەتچى | خادىم
  ky кызматкер | жумушчу
  tk işgär
  az əməkdaş | işçi
server: A computer that answers others.
  topics log-data 1 transfers 1 security 1
  en server
  ug مۇلازىمېتىر | سېرۋېر
  ky сервер
  tk serwer
  az server
network: Computers that are connected.
  topics security 1
  en network
  ug تور
  ky тармак
  tk tor
  az şəbəkə
log-data: What a server notes about each request.
  topics log-data 8
  en log data | log file | server log | logs
  ug خاتىرە ھۆججىتى | خاتىرە سانلىق مەلۇمات | كۈندىلىك خاتىرە ~ خاتىرىلە
  ky журнал маалыматтары | журнал файлы | лог
  tk žurnal maglumatlary | giriş maglumatlary | log faýly
  az jurnal məlumatları | giriş məlumatları | log faylı
ip-address: The number by which a device is reached in a network.
  topics log-data 6 collect 1
  en IP address | IP | internet protocol
  ug IP ئادرېس | IP
  ky IP дареги | IP дарек | IP
  tk IP salgysy | IP salgy | IP adresi
  az IP ünvanı | IP ünvan | IP
browser: A program that shows websites.
  topics log-data 3 cookies 3
  en browser
  ug توركۆرگۈ | تور كۆرگۈ
  ky браузер
  tk brauzer
  az brauzer
operating-system: The program that runs a device.
  topics log-data 3
  en operating system
  ug مەشغۇلات سىستېمىسى
  ky операциялык система | операциялык тутум
  tk operasion ulgam | operasiýa ulgamy
  az əməliyyat sistemi
device: A telephone, computer or other machine.
  topics log-data 2 collect 1
  en device | computer | equipment
  ug ئۈسكۈنە | قۇرۇلما | كومپيۇتېر ~ ئۈسكۈن
  ky түзмөк | түзүлүш | компьютер
  tk enjam | gurluş | kompýuter
  az cihaz | qurğu | kompüter
location-data: Where a person or device is.
  topics collect 2 log-data 1
  en location | position | GPS | geolocation ~ locat
  ug ئورۇن | جايلاشقان ئورۇن ~ ئورۇن ئورن جايلاش
  ky жайгашкан жер | орду ~ жайгаш
  tk ýerleşýän ýeri | ýerleşiş | orun ~ ýerleş
  az məkan | yer | mövqe | yerləşmə ~ yerləş
cookie: A small file that a website leaves in the browser.
  topics cookies 8
  en cookie | cookies
  ug كۇكى | ساقلانمىلار | cookie | cookies ~ ساقلانم
  ky куки | кукилер | cookie | cookies
  tk kuki | gutapjyk | cookie | cookies | köki
  az kuki | kuki faylı | cookie | cookies | -çərəz | -peçenye
web-beacon: A tiny picture that reports that a page was opened.
  topics cookies 5
  en web beacon | pixel | beacon | pixel tag
  ug تور بەلگىسى | پىكسېل | web beacon
  ky веб-маяк | пиксель
  tk web maýak | maýak | piksel ~ maýag
  az veb-mayak | piksel | mayak
tracking: Following what someone does over time.
  topics cookies 3
  en tracking | track
  ug ئىز قوغلاش | ئىزلاش ~ ئىزلا
  ky көз салуу | байкоо | изилдөө
  tk yzarlamak | yzarlaýyş ~ yzarla
  az izləmə | izləmək ~ izlə
analytics: Counting and studying how a service is used.
  topics log-data 2 cookies 2 use 1
  en analytics | statistics | analyse | analysis ~ analy statistic
  ug ئانالىز | ستاتىستىكا ~ ئانالىز ستاتىس
  ky аналитика | статистика | талдоо ~ аналит статистик талда
  tk analitika | statistika | seljeriş | derňew ~ analiti statisti selje derňe
  az analitika | statistika | təhlil ~ analiti statisti təhlil
preference: What a person likes or has chosen.
  topics cookies 3
  en preference | setting | settings
  ug تەڭشەك | مايىللىق
  ky жөндөө | тандоо | артыкчылык
  tk sazlama | saýlaw | ileri tutma
  az ayar | seçim | parametr | üstünlük
session: One visit to a service.
  topics cookies 2
  en session | visit
  ug زىيارەت | يىغىن ~ زىيارەت زىيارىت
  ky сеанс | сессия | кирүү
  tk sessiýa | giriş | zyýarat
  az sessiya | ziyarət | giriş
website: Pages on the internet under one name.
  topics intro 1
  en website | site | web site | page
  ug تور بېكەت | توربېكەت | تور بېتى | تور بەت ~ توربېكەت بېكەت
  ky веб-сайт | сайт | баракча | вебсайт ~ веб сайт
  tk web sahypa | web saýt | saýt | sahypa
  az veb-sayt | sayt | vebsayt | səhifə
app: A program on a telephone.
  topics intro 1
  en app | application | program | software
  ug ئەپ | يۇمشاق دېتال | پروگرامما
  ky колдонмо | тиркеме | программа
  tk programma | goşundy | programma üpjünçiligi
  az tətbiq | proqram | proqram təminatı
internet: The network of networks.
  en internet | online
  ug ئىنتېرنېت | تور
  ky интернет | онлайн
  tk internet | onlaýn
  az internet | onlayn
crash: A program stopping by mistake.
  topics log-data 2 liability 1
  en fault | error | crash | bug
  ug كاشىلا | خاتالىق
  ky ката | мүчүлүштүк
  tk näsazlyk | ýalňyşlyk | säwlik
  az nasazlıq | xəta | səhv
artificial-intelligence: Machines that do what seems to need thought.
  topics use 1
  en artificial intelligence | AI | machine learning | algorithm
  ug سۈنئىي ئەقىل | ئالگورىزىم
  ky жасалма интеллект | алгоритм
  tk emeli aň | emeli intellekt | algoritm
  az süni intellekt | alqoritm
`,
)
