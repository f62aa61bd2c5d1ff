// Privacy: what is collected, why, who sees it, how it is guarded and how long it stays. Notation: ../concept.ts.
import { domain } from "../concept.ts"

export const privacy = domain(
  "privacy",
  `
privacy: The state of having one's personal life and information kept from others.
  topics intro 2
  en privacy | confidentiality ~ privat confidential
  ug مەخپىيەتلىك | شەخسىي مەخپىيەتلىك ~ مەخپىي
  ky купуялык | купуялуулук | -жашыруундуулук ~ купуя жашыруун
  tk gizlinlik | şahsy durmuş ~ gizlin
  az məxfilik | konfidensiallıq | -gizlilik ~ məxfi gizli
policy: A statement of the rules an organisation follows.
  topics intro 2 changes 1
  en policy | statement ~ polic
  ug سىياسەت | تۈزۈم | باياننامە
  ky саясат | баяндама
  tk syýasat | ýörelge | beýannama
  az siyasət | bəyannamə
notice: A statement that informs people of something.
  topics intro 1 changes 2
  en notice | notification
  ug ئۇقتۇرۇش
  ky билдирүү | эскертме | кабарлама
  tk bildiriş | duýduryş | habarnama
  az bildiriş
personal-data: Information about a person who is or can be identified.
  topics collect 1 intro 1
  en personal data | personal information | personally identifiable information
  ug شەخسىي ئۇچۇر | شەخسىي مەلۇمات | شەخسىي سانلىق مەلۇمات | -شەخسىي بەرمە
  ky жеке маалымат | жеке дайындар | -персоналдык маалымат
  tk şahsy maglumat | şahsy maglumatlar
  az şəxsi məlumat | fərdi məlumat
sensitive-data: Information about health, belief, origin and the like, which law protects more.
  topics collect 2
  en sensitive information | sensitive data | special categories ~ sensitiv
  ug سەزگۈر ئۇچۇر | سەزگۈر سانلىق مەلۇمات ~ سەزگۈر
  ky купуя маалымат | сезимтал маалымат ~ сезимтал
  tk duýgur maglumat | aýratyn maglumat ~ duýgur
  az həssas məlumat ~ həssas
information: What is known about someone or something.
  en information | data
  ug ئۇچۇر | مەلۇمات | سانلىق مەلۇمات | -بەرمە ~ بەرمى
  ky маалымат | дайын
  tk maglumat
  az məlumat
personal: Belonging to one person.
  en personal
  ug شەخسىي | شەخسى
  ky жеке | өздүк
  tk şahsy
  az şəxsi | fərdi
collection: Obtaining information from people or about them.
  topics collect 5
  en collect | gather | obtain ~ collect collection gather
  ug توپلاش | يىغىش | يىغماق ~ توپلا توپلى يىغى
  ky чогултуу | топтоо ~ чогул топто
  tk ýygnamak | toplamak | jemlemek ~ ýygna
  az toplamaq | yığmaq ~ topla yığ
provide: To give information or a service to someone.
  topics collect 2
  en provide | give | supply ~ provid
  ug تەمىنلەش | بېرىش ~ تەمىنلە تەمىنلى بېرى بەر
  ky берүү | камсыздоо | камсыз кылуу ~ бер камсыз
  tk bermek | üpjün etmek ~ ber üpjün
  az vermək | təqdim etmək | təmin etmək ~ ver təmin təqdim
voluntarily: Of one's own will, without being forced.
  topics collect 2
  en voluntarily | voluntary
  ug ئىختىيارىي ~ ئىختىيار
  ky ыктыярдуу | өз ыктыяры ~ ыктыяр
  tk meýletin | öz islegi bilen
  az könüllü
automatic-collection: Recording information without the person entering it.
  topics log-data 2 collect 1
  en automatically | automatic
  ug ئاپتوماتىك | ئۆزلۈكىدىن
  ky автоматтык | автоматтык түрдө | өзүнөн өзү
  tk awtomatiki | awtomatik | öz-özünden
  az avtomatik
processing: Any operation on information: storing, changing, passing on, erasing.
  topics use 2
  en processing | process
  ug بىر تەرەپ قىلىش ~ بىر_تەرەپ
  ky иштетүү | иштеп чыгуу ~ иштет иштеп
  tk işlemek | gaýtadan işlemek ~ işle
  az emal | emal etmək | işləmək
use: To employ something for a purpose.
  topics use 4
  en use | usage | utilise | utilize ~ us using used uses usage
  ug ئىشلىتىش | پايدىلىنىش | قوللىنىش ~ ئىشلەت ئىشلىت پايدىلان پايدىلىن قوللان قوللىن
  ky колдонуу | пайдалануу ~ колдон пайдалан
  tk ulanmak | peýdalanmak ~ ulan peýdalan
  az istifadə | istifadə etmək ~ istifad
purpose: The reason for which something is done.
  topics use 4
  en purpose | aim | goal
  ug مەقسەت ~ مەقسىت
  ky максат
  tk maksat ~ maksad
  az məqsəd | amac
legal-basis: The ground on which law allows processing.
  topics use 2 law 1
  en legal basis | lawful basis ~ basis lawful
  ug قانۇنىي ئاساس ~ ئاساس
  ky укуктук негиз | мыйзамдуу негиз ~ негиз
  tk hukuk esas | kanuny esas ~ esas
  az hüquqi əsas | qanuni əsas ~ əsas
legitimate-interest: A justified interest of the organisation that does not outweigh the person's.
  topics use 3
  en legitimate interest ~ legitimate interest
  ug قانۇنلۇق مەنپەئەت | يوللۇق مەنپەئەت ~ مەنپەئەت
  ky мыйзамдуу кызыкчылык ~ кызыкчылык
  tk kanuny bähbit | kanuny gyzyklanma ~ bähbi
  az qanuni maraq ~ maraq
consent: Freely given agreement to a use of information.
  topics use 2 rights 1
  en consent | agreement | agree ~ agree
  ug قوشۇلۇش | رازىلىق | ماقۇللۇق ~ قوشۇل رازى ماقۇل
  ky макулдук | ыраазылык ~ макул ырааз
  tk razylyk | ylalaşyk ~ razy ylalaş
  az razılıq ~ razı
withdraw: To take back a consent given earlier.
  topics rights 3
  en withdraw | revoke
  ug قايتۇرۇۋېلىش | بىكار قىلىش ~ قايتۇر بىكار
  ky кайтарып алуу | баш тартуу ~ кайтар
  tk yzyna almak | ýatyrmak ~ ýatyr
  az geri götürmək | geri çəkmək
permission: Leave to do something.
  topics use 1
  en permission | allow | permit | authorise ~ allow permi authoriz authoris
  ug رۇخسەت | ئىجازەت ~ رۇخسەت رۇخسىت
  ky уруксат
  tk rugsat | ygtyýar
  az icazə
share: To let others see or have information.
  topics share 5
  en share | sharing | pass on ~ shar shared sharing
  ug ئورتاقلىشىش | ھەمبەھىرلەش | ئورتاقلاشماق ~ ئورتاقلاش ئورتاقلىش ھەمبەھىر
  ky бөлүшүү | таратуу ~ бөлүш
  tk paýlaşmak ~ paýlaş
  az paylaşmaq ~ paylaş
disclosure: Making information known to someone outside.
  topics share 5
  en disclose | disclosure | reveal ~ disclos reveal
  ug ئاشكارىلاش ~ ئاشكارى ئاشكارا
  ky ачыкка чыгаруу | ачыктоо | ачып берүү ~ ачык
  tk aýan etmek | açmak | äşgär etmek ~ aýan äşgär
  az açıqlamaq | yaymaq ~ açıqla yayıl
receive: To get something from someone.
  topics share 2
  en receive | recipient ~ receiv recipient
  ug تاپشۇرۇۋېلىش | قوبۇل قىلىش ~ تاپشۇر قوبۇل
  ky алуу | кабыл алуу | алуучу
  tk almak | kabul etmek | alyjy
  az almaq | qəbul etmək | alan ~ qəbul
third-party: Someone who is neither the person nor the organisation.
  topics share 5 links 2
  en third party | third parties | outside party
  ug ئۈچىنچى تەرەپ | سىرتقى تەرەپ
  ky үчүнчү тарап | тышкы тарап | -үчүнчү партия
  tk üçünji tarap | daşarky tarap
  az üçüncü tərəf | üçüncü şəxs | kənar şəxs
service-provider: A firm that works for the organisation on its instructions.
  topics share 5
  en service provider | processor | vendor | subcontractor
  ug مۇلازىمەت تەمىنلىگۈچى | تەمىنلىگۈچى
  ky кызмат көрсөтүүчү | провайдер | кызмат берүүчү
  tk hyzmat üpjün ediji | üpjün ediji | hyzmat beriji
  az xidmət təminatçısı | təminatçı | provayder
affiliate: A company under the same ownership.
  topics share 3
  en affiliate | subsidiary | parent company ~ affiliat subsidiar
  ug قارمىقىدىكى شىركەت | تارماق شىركەت | قېرىنداش شىركەت
  ky көз каранды ишкана | туунду компания | байланыштуу компания
  tk şahamça | baglanyşykly kompaniýa | degişli kompaniýa
  az filial | törəmə şirkət | bağlı şirkət
partner: A person or firm that works together with the organisation.
  topics share 3
  en partner | business partner
  ug ھەمكارلاشقۇچى | شېرىك ~ ھەمكار
  ky өнөктөш
  tk hyzmatdaş | partnýor
  az tərəfdaş | partnyor
sell: To give for money.
  topics share 3 payment 1
  en sell | sold | sale | rent
  ug سېتىش | ساتماق | ئىجارە ~ سات سېتى
  ky сатуу | ижарага берүү ~ сат
  tk satmak | kärendesine bermek
  az satmaq | satış | icarəyə vermək
merger: Two companies becoming one, or one buying another.
  topics share 3
  en merger | acquisition | merge ~ merg acquisition
  ug قوشۇۋېلىش | بىرلەشتۈرۈش ~ بىرلەش
  ky бириктирүү | биригүү | кошулуу ~ бирик
  tk birleşmek | birleşme ~ birleş
  az birləşmə | birləşmək ~ birləş
transfer: Sending information to another place or country.
  topics transfers 5 share 1
  en transfer | transmit | send abroad ~ transfer transmi
  ug يۆتكەش | يوللاش | ئۆتكۈزۈش ~ يۆتكە يۆتكى يوللا يوللى ئۆتكۈز
  ky өткөрүү | жөнөтүү | которуу ~ өткөр
  tk geçirmek | ibermek ~ geçir
  az ötürmək | köçürmək | ötürülmə ~ ötür köçür
abroad: In or to another country.
  topics transfers 6
  en abroad | overseas | cross-border | international ~ international
  ug چەت ئەل | خەلقئارا | چېگرا ھالقىغان
  ky чет өлкө | чет мамлекет | эл аралык | чек ара
  tk daşary ýurt | halkara | serhetaşa ~ daşary_ýurt halkara
  az xaric | xarici ölkə | beynəlxalq ~ xaric beynəlxalq
country: A state and its territory.
  topics transfers 3
  en country | jurisdiction | region ~ countr
  ug دۆلەت | رايون
  ky өлкө | мамлекет | аймак
  tk ýurt | döwlet | sebit ~ ýurd
  az ölkə | dövlət | region
retention: Keeping information for a period.
  topics retention 4
  en retention | retain | keep | store | storage ~ retain retention keep kept stor
  ug ساقلاش | ساقلىنىش ~ ساقلا ساقلى
  ky сактоо ~ сакта
  tk saklamak | saklanyş ~ sakla
  az saxlamaq | saxlanma ~ saxla
period: A stretch of time, or its end.
  topics retention 4
  en period | duration | term | deadline
  ug مۇددەت | ۋاقىت | مەزگىل ~ مۇددىت ۋاقت
  ky мөөнөт | убакыт ~ убакыт убакт
  tk möhlet | döwür | wagt
  az müddət | vaxt
as-long-as: Until a need or purpose ends.
  topics retention 4
  en as long as | how long | no longer than
  ug قانچە ۋاقىت | قانچىلىك ۋاقىت | قەدەر
  ky канча убакыт | канча мөөнөт | чейин
  tk näçe wagt | näçe wagtlap | çenli
  az nə qədər | müddətcə | qədər
deletion: Removing information so that it is gone.
  topics retention 3 rights 2
  en delete | erase | erasure | remove | destroy ~ delet eras remov destroy
  ug ئۆچۈرۈش | يوقىتىش | ئېلىۋېتىش ~ ئۆچۈر يوقات يوقىت ئېلىۋەت
  ky өчүрүү | жок кылуу ~ өчүр жок_кыл
  tk pozmak | öçürmek | ýok etmek | aýyrmak ~ poz öçür aýyr
  az silmək | məhv etmək ~ sil silin
anonymise: To change information so that it no longer points to a person.
  topics retention 2 use 1
  en anonymise | anonymous | aggregate | pseudonymise ~ anonym aggregat
  ug نامسىزلاشتۇرۇش | نامسىز | ئىسىمسىز
  ky анонимдештирүү | анонимдүү | жашыруун ~ аноним
  tk anonimleşdirmek | näbelli ~ anonim
  az anonimləşdirmək | anonim ~ anonim
archive: A place where old records are kept.
  topics retention 2
  en archive | backup | backup copy ~ archiv backup
  ug ئارخىپ | زاپاس | زاپاسلاش ~ زاپاس
  ky архив | камдык көчүрмө | резервдик көчүрмө
  tk arhiw | ätiýaçlyk göçürme | ätiýaçlyk nusga
  az arxiv | ehtiyat nüsxə | ehtiyat surəti
`,
)
