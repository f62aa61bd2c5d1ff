// The service and its users: accounts, what users write, what firms send, beginning and end of a contract.
import { domain } from "../concept.ts"

export const service = domain(
  "service",
  `
service: What an organisation does for people.
  topics intro 1
  en service ~ servic
  ug مۇلازىمەت ~ مۇلازىمىت
  ky кызмат | тейлөө
  tk hyzmat | gulluk
  az xidmət
user: A person who uses the service.
  topics intro 1
  en user | visitor
  ug ئىشلەتكۈچى | زىيارەتچى | ئابونت
  ky колдонуучу | келүүчү
  tk ulanyjy | girýän
  az istifadəçi | ziyarətçi
customer: A person who buys.
  topics payment 1
  en customer | client | buyer
  ug خېرىدار | سېتىۋالغۇچى
  ky кардар | сатып алуучу
  tk müşderi | alyjy
  az müştəri | alıcı
seller: A person or firm that sells.
  topics payment 1
  en seller | merchant | trader
  ug ساتقۇچى | سودىگەر
  ky сатуучу | соодагер
  tk satyjy | söwdagär
  az satıcı | tacir
company: An organisation that does business.
  topics intro 1 contact 1
  en company | firm | organisation | organization | enterprise
  ug شىركەت | كارخانا | ئورگان ~ شىركەت شىركىت
  ky компания | ишкана | уюм | фирма
  tk kompaniýa | kärhana | edara | guramalar
  az şirkət | müəssisə | təşkilat | firma
we-name: The organisation speaking of itself.
  topics intro 2
  en this policy explains | this policy describes | this policy applies
  ug بۇ سىياسەت | بۇ قائىدىلەر | بۇ باياننامە
  ky бул саясат | бул документ
  tk bu syýasat | bu ýörelge
  az bu siyasət | bu bəyannamə
welcome: A friendly greeting.
  topics intro 3
  en welcome | thank you
  ug خۇش كەپسىز | رەھمەت
  ky кош келиңиз | рахмат
  tk hoş geldiňiz | sag boluň
  az xoş gəlmisiniz | təşəkkür
introduction: The first part of a text.
  topics intro 6
  en introduction | overview | about this policy | who we are
  ug كىرىش سۆز | مۇقەددىمە | بىز كىم
  ky киришүү | кириш сөз | биз кимбиз
  tk giriş sözi | sözbaşy | biz kim
  az giriş | ön söz | biz kimik
scope: What a text covers.
  topics intro 3
  en scope | applies to | apply
  ug دائىرە | ماس كېلىدۇ | قوللىنىلىش دائىرىسى
  ky колдонуу чөйрөсү | тиешелүү | чөйрө
  tk çäk | degişlidir | gerim
  az əhatə dairəsi | aiddir | tətbiq edilir | şamil
definition: Saying what a word means.
  topics definitions 8
  en definition | means | meaning ~ definition defin
  ug ئېنىقلىما | مەنىسى | كۆرسىتىدۇ
  ky аныктама | маани | түшүнүк
  tk kesgitleme | many | düşünje | adalga
  az tərif | məna | anlayış | termin
account: A place of one's own in a service.
  topics account 6
  en account | user account
  ug ھېسابات | ھېسابات نومۇرى ~ ھېسابات ھېساباتى
  ky аккаунт | эсеп жазуусу | каттоо жазуусу ~ аккаунт
  tk hasap | akkaunt ~ hasab
  az hesab | akkaunt
registration: Opening an account.
  topics account 4 collect 2
  en registration | register | sign up ~ regist
  ug تىزىملىتىش | ئەزا بولۇش ~ تىزىملا تىزىملى
  ky катталуу | каттоо ~ каттал катта
  tk hasaba alyş | hasaba durmak | ýazylmak
  az qeydiyyat | qeydiyyatdan keçmək ~ qeydiyyat
sign-in: Entering an account.
  topics account 3 cookies 1
  en sign in | log in | login
  ug كىرىش | تىزىملاپ كىرىش
  ky кирүү | логин
  tk girmek | ulgama girmek
  az daxil olmaq | giriş
profile: What an account shows of its owner.
  topics account 3
  en profile | nickname | username
  ug ئارخىپ | تەخەللۇس | ئىشلەتكۈچى ئىسمى
  ky профиль | лакап ат
  tk profil | lakam
  az profil | ləqəb
name: What a person is called.
  topics collect 4
  en name | surname | first name | last name
  ug ئىسىم | فامىلە | ئىسىم-فامىلە ~ ئىسم ئىسىم فامىلى
  ky ат | аты-жөнү | фамилия | ысым ~ атыңыз аты_жөнү
  tk at | familiýa ~ ady adyňyz adyny
  az ad | soyad ~ adı adınız adını
date-of-birth: The day a person was born.
  topics collect 3 children 1
  en date of birth | birthday | birth | born
  ug تۇغۇلغان كۈن | تۇغۇلغان يىل | تۇغۇلغان ۋاقىت
  ky туулган күн | туулган жыл
  tk doglan gün | doglan senesi | doglan ýyl
  az doğum tarixi | doğum | təvəllüd
identity-document: A paper that shows who someone is.
  topics collect 3
  en passport | identity card | identity document | proof of identity | identification
  ug پاسپورت | كىملىك | كىملىك ئىسپاتى
  ky паспорт | күбөлүк | өздүгүн тастыктаган документ
  tk pasport | şahsyýetnama | şahsyýetini
  az pasport | şəxsiyyət vəsiqəsi | şəxsiyyət
health: The state of body and mind.
  topics collect 2
  en health | medical ~ medic
  ug سالامەتلىك | ساغلاملىق | تىببىي
  ky ден соолук | медициналык
  tk saglyk | lukmançylyk
  az sağlamlıq | səhhət | tibbi
content: Texts, pictures and other things in a service.
  topics content 5
  en content | material
  ug مەزمۇن | ماتېرىيال
  ky мазмун | материал | контент
  tk mazmun | material | kontent
  az məzmun | material | kontent
user-content: What users themselves write or show.
  topics content 6
  en user content | contribution | review | comment | reviews ~ contribut comment
  ug يازما | ئوبزور | ئىنكاس | باھا يازمىسى
  ky пикир | сын-пикир | комментарий
  tk syn | teswir | pikir
  az rəy | şərh
upload: Sending a file to a service.
  topics content 2
  en upload
  ug يۈكلەش | يوللاش
  ky жүктөө | жүктөп берүү
  tk ýüklemek
  az yükləmək
photo: A picture made with a camera.
  topics content 1 collect 1
  en photo | photograph | picture | image | video
  ug رەسىم | سۈرەت | سىن ~ رەسىم سۈرەت سۈرىت
  ky сүрөт | видео
  tk surat | wideo
  az şəkil | foto | video
file: Something stored under a name.
  en file
  ug ھۆججەت ~ ھۆججىت
  ky файл
  tk faýl
  az fayl
intellectual-property: Rights in works of the mind.
  topics content 6
  en intellectual property | copyright | trademark | patent
  ug بىلىم مۈلۈك ھوقۇقى | نەشر ھوقۇقى | تاۋار ماركىسى
  ky интеллектуалдык менчик | автордук укук | соода белгиси
  tk intellektual eýeçilik | awtorlyk hukugy | haryt belgisi
  az əqli mülkiyyət | müəllif hüququ | əmtəə nişanı
licence: Leave to use a work.
  topics content 4
  en licence | license
  ug ئىجازەتنامە | ئىجازەت
  ky лицензия
  tk ygtyýarnama | lisenziýa
  az lisenziya
prohibited: What must not be done.
  topics content 3 law 1
  en prohibited | forbidden | must not | may not | prohibit
  ug مەنئى قىلىنىدۇ | چەكلەنگەن | مەنئى ~ مەنئى
  ky тыюу салынат | тыюу | тыйылат
  tk gadagan | gadagan edilýär
  az qadağan | qadağandır
insult: Words that hurt a person's honour.
  topics content 3
  en insult | abuse | offensive | harass ~ insult offens harass
  ug ھاقارەت | تىل-ئاھانەت
  ky кемсинтүү | мазактоо | акарат
  tk kemsitmek | sögünç ~ kemsid kemsit
  az təhqir
advertising: Making goods known so that people buy.
  topics communications 3 use 2
  en advertising | advertisement | marketing | promotion ~ advert promot
  ug ئېلان | بازارچىلىق | تەشۋىقات
  ky жарнама | маркетинг
  tk mahabat | marketing
  az reklam | marketinq
newsletter: News sent regularly to those who asked for it.
  topics communications 6
  en newsletter | news | offer
  ug خەۋەرنامە | يېڭىلىق خېتى | خەۋەر
  ky жаңылыктар бюллетени | жаңылыктар каты | бюллетень ~ жаңылык
  tk habarnama | täzelik | habar býulleteni
  az bülleten | xəbər bülleteni | xəbər məktubu
communication: Messages that the organisation sends.
  topics communications 5
  en communication | messages | send you messages | notify you
  ug خەۋەرلىشىش | ئۇقتۇرۇش يوللاش
  ky билдирүү жөнөтүү | кабарлашуу
  tk habar ibermek | habar | habarnama ibermek
  az bildiriş göndərmək | məlumatlandırma | ünsiyyət
unsubscribe: Asking to receive no more messages.
  topics communications 5
  en unsubscribe | subscription | subscribe ~ unsubscri subscri
  ug مۇشتەرى | مۇشتەرىلىكنى بىكار قىلىش ~ مۇشتەرى
  ky жазылуу | жазылууну токтотуу | жазылуудан баш тартуу
  tk abuna | abunalyk | ýazylmak
  az abunəlik | abunə ~ abunə
push-notification: A message an app shows on the screen.
  topics communications 4
  en push notification | SMS | text message
  ug قىسقا ئۇچۇر | SMS
  ky SMS | SMS билдирүү
  tk SMS | sms habar
  az SMS | push bildiriş
personalisation: Fitting a service to one person.
  topics use 2 cookies 1
  en personalise | personalize | recommendation | tailored ~ personali recommend
  ug خاسلاشتۇرۇش | تەۋسىيە
  ky жекелештирүү | сунуштоо | сунуш
  tk şahsylaşdyrmak | maslahat | hödür
  az fərdiləşdirmək | tövsiyə
improve: Making better.
  topics use 4
  en improve | improvement | develop ~ improv develop
  ug ياخشىلاش | مۇكەممەللەشتۈرۈش | تەرەققىي ~ ياخشىلا مۇكەممەل
  ky жакшыртуу | өркүндөтүү ~ жакшырт
  tk gowulandyrmak | kämilleşdirmek | ösdürmek ~ gowula kämilleş
  az təkmilləşdirmək | yaxşılaşdırmaq | inkişaf ~ təkmil yaxşılaş
survey: Questions put to many people.
  topics collect 2
  en survey | questionnaire
  ug تەكشۈرۈش | سوئالنامە
  ky сурамжылоо | анкета
  tk sorag-jogap | anketa | pikir soralyş
  az sorğu | anket
social-network: A service where people meet and share.
  topics share 1 links 1
  en social network | social media
  ug ئىجتىمائىي تاراتقۇ | ئىجتىمائىي ئالاقە
  ky социалдык тармак
  tk sosial tor | jemgyýetçilik tory
  az sosial şəbəkə | sosial media
termination: Ending a contract or account.
  topics termination 7
  en termination | terminate | cancel | close an account | ending ~ terminat cancel
  ug ئاخىرلاشتۇرۇش | بىكار قىلىش | توختىتىش ~ ئاخىرلاش بىكار توختات توختىت
  ky токтотуу | жокко чыгаруу | бүтүрүү ~ токтот
  tk ýatyrmak | tamamlamak | bes etmek ~ ýatyr tamamla
  az xitam | ləğv etmək | dayandırmaq ~ xitam ləğv dayandır
block-account: Shutting a user out.
  topics termination 4
  en block | suspend | suspension ~ block suspen
  ug توسۇش | توختىتىپ قويۇش | چەكلەپ قويۇش
  ky бөгөттөө | блоктоо
  tk petiklemek | bloklamak ~ petikle blokla
  az bloklamaq | bağlamaq ~ blokla
warning: Telling of a danger or a consequence.
  topics termination 2
  en warning | warn
  ug ئاگاھلاندۇرۇش
  ky эскертүү
  tk duýduryş
  az xəbərdarlıq
terms: The rules of a contract.
  topics law 2 intro 1
  en terms | terms of service | conditions | terms and conditions
  ug شەرت | مۇلازىمەت شەرتلىرى | كېلىشىم
  ky шарт | колдонуу шарттары | пайдалануу шарттары
  tk şert | hyzmat şertleri | düzgün
  az şərt | xidmət şərtləri | qayda
rule: What must be followed.
  en rule | rules
  ug قائىدە ~ قائىدى
  ky эреже
  tk düzgün | kada
  az qayda
`,
)
