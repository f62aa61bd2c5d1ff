// Law and money: contracts, courts, liability, orders and payments.
import { domain } from "../concept.ts"

export const law = domain(
  "law",
  `
law: The rules of a state.
  topics law 5
  en law | legislation | legal | act
  ug قانۇن | قانۇنىي | نىزام
  ky мыйзам | мыйзамдуу | юридикалык
  tk kanun | kanunçylyk | kanuny
  az qanun | qanunvericilik | qanuni
applicable-law: The law by which a contract is judged.
  topics law 8
  en applicable law | governing law | governed by
  ug قوللىنىلىدىغان قانۇن | باشقۇرىدىغان قانۇن
  ky колдонулуучу мыйзам | колдонулуучу укук
  tk ulanylýan kanun | ulanylýan hukuk
  az tətbiq olunan hüquq | tətbiq edilən qanun | tənzimlənir
court: Where disputes are decided by a judge.
  topics law 5 share 1
  en court | judge | tribunal
  ug سوت | سوت مەھكىمىسى
  ky сот
  tk kazyýet | sud
  az məhkəmə
dispute: A disagreement between two sides.
  topics law 4
  en dispute | arbitration | mediation ~ disput arbitrat
  ug دەتالاش | ماجىرا | كېلىشتۈرۈش
  ky талаш | талаш-тартыш | арбитраж
  tk jedel | dawa | arbitraž
  az mübahisə | arbitraj
authority: An office of the state.
  topics share 2 law 2
  en authority | government | public body | police ~ authorit government
  ug ھۆكۈمەت | ئورگان | ھۆكۈمەت ئورگىنى | ساقچى ~ ھۆكۈمەت ھۆكۈمىت
  ky өкмөт | мамлекеттик орган | бийлик органы | полиция ~ өкмөт орган
  tk döwlet edarasy | hökümet | häkimiýet | polisiýa
  az orqan | hökumət | dövlət orqanı | polis
legal-obligation: What law demands of someone.
  topics use 1 share 2 law 1
  en legal obligation | required by law | obligation | comply ~ obligat oblig compl
  ug قانۇنىي مەجبۇرىيەت | مەجبۇرىيەت ~ مەجبۇرىيەت مەجبۇرىيىت
  ky мыйзамдуу милдет | милдеттенме | милдет
  tk kanuny borç | borç | borçnama
  az qanuni öhdəlik | öhdəlik | vəzifə
contract: An agreement that binds its parties.
  topics law 2 use 1
  en contract | agreement
  ug توختام | كېلىشىم | شەرتنامە
  ky келишим | макулдашуу
  tk şertnama | ylalaşyk
  az müqavilə | saziş | razılaşma
party: One side of a contract.
  topics law 1
  en party | side
  ug تەرەپ ~ تەرىپ
  ky тарап
  tk tarap
  az tərəf
liability: Having to answer for damage.
  topics liability 8
  en liability | liable | responsible | responsibility ~ liab
  ug مەسئۇلىيەت | جاۋابكارلىق ~ مەسئۇل جاۋابكار
  ky жоопкерчилик | жооптуу ~ жоопкер жооптуу
  tk jogapkärçilik | jogapkär ~ jogapkär
  az məsuliyyət | cavabdeh ~ məsul
disclaimer: A statement that one does not answer for something.
  topics liability 7
  en disclaimer | without warranty | as is ~ disclaim
  ug مەسئۇلىيەتنى رەت قىلىش | كەچۈرۈم
  ky жоопкерчиликтен баш тартуу | жоопкерчиликти чектөө
  tk jogapkärçilikden ýüz öwürmek | jogapkärçiligi çäklendirmek
  az məsuliyyətdən imtina | məsuliyyətin məhdudlaşdırılması
warranty: A promise that a thing is as it should be.
  topics liability 5
  en warranty | warrant
  ug كاپالەت | كېپىللىك
  ky кепилдик
  tk kepillik
  az zəmanət | qarantiya
damage: Harm done to someone.
  topics liability 6
  en damage | harm
  ug زىيان | زەرەر ~ زىيىن
  ky зыян | зыян келтирүү | чыгым
  tk zyýan | zelel
  az zərər | ziyan
negligence: Lack of the care one owes.
  topics liability 5
  en negligence | negligent
  ug بىپەرۋالىق | سەۋەنلىك
  ky шалаакылык | этиятсыздык | кайдыгерлик
  tk seresapsyzlyk | biperwaýlyk
  az ehtiyatsızlıq | səhlənkarlıq
compensation: Money paid for damage.
  topics liability 4
  en compensation | indemnify | compensate ~ compensat indemn
  ug تۆلەم | زىياننى تۆلەش
  ky компенсация | ордун толтуруу
  tk öwez dolmak | kompensasiýa
  az təzminat | kompensasiya
force-majeure: Events that nobody could prevent.
  topics liability 5
  en force majeure | circumstances beyond our control | natural disaster
  ug تاقابىل تۇرغىلى بولمايدىغان كۈچ | تەبىئىي ئاپەت
  ky форс-мажор | табигый кырсык
  tk fors-mažor | tebigy betbagtçylyk
  az fors-major | təbii fəlakət
availability: A service working when one wants it.
  topics liability 3
  en availability | interruption | uninterrupted | maintenance ~ interrupt
  ug ئۈزۈلۈش | ئاسراش | توختاش
  ky үзгүлтүк | тейлөө иштери | үзгүлтүксүз
  tk bökdençsiz | bökdenç | abatlaýyş
  az fasilə | fasiləsiz | texniki xidmət
risk: The chance of harm.
  topics liability 2 security 2
  en risk | danger
  ug خەۋپ | خەتەر ~ خەتىر
  ky тобокелдик | коркунуч
  tk howp | töwekgelçilik
  az risk | təhlükə
payment: Giving money for something.
  topics payment 7
  en payment | pay | paid ~ pay paid
  ug تۆلەش | پۇل تۆلەش | تۆلەم ~ تۆلە تۆلى
  ky төлөм | төлөө ~ төлө
  tk töleg | tölemek ~ töle
  az ödəniş | ödəmək | -ödəmə ~ ödə
card: A bank card.
  topics payment 5
  en card | credit card | bank card
  ug كارتا | بانكا كارتىسى | كارت ~ كارت
  ky карта | банк картасы
  tk kart | bank karty
  az kart | bank kartı
bank: A house that keeps and lends money.
  topics payment 4
  en bank | financial institution | finance ~ financ bank
  ug بانكا | مالىيە | پۇل-مۇئامىلە ئورگىنى
  ky банк | каржы уюму | финансы ~ каржы финанс
  tk bank | maliýe | maliýe edarasy
  az bank | maliyyə | maliyyə qurumu
price: How much something costs.
  topics payment 5
  en price | cost | fee | charge | tariff
  ug باھا | ھەق | نەرخ
  ky баа | нарк | акы
  tk baha | nyrh | töleg möçberi
  az qiymət | haqq | tarif | dəyər
money: What one pays with.
  topics payment 4
  en money | cash | amount | sum | currency
  ug پۇل | نەق پۇل | سومما | پۇل مىقدارى
  ky акча | накталай | сумма | валюта
  tk pul | nagt pul | möçber | walýuta
  az pul | nağd | məbləğ | valyuta
refund: Money given back.
  topics payment 6
  en refund | money back | reimburse ~ refund reimburs
  ug پۇل قايتۇرۇش | قايتۇرۇپ بېرىش
  ky акчаны кайтаруу | кайтарып берүү
  tk puluň yzyna gaýtarylmagy | gaýtaryp bermek | yzyna gaýtarmak
  az geri qaytarma | pulun qaytarılması | qaytarmaq ~ qaytar
order: Asking to buy something.
  topics payment 4
  en order | purchase | booking | buy
  ug زاكاز | سېتىۋېلىش | بۇيرۇتما
  ky буйрутма | сатып алуу | заказ
  tk sargyt | satyn almak | zakaz ~ sargyd
  az sifariş | alış | satın almaq
delivery: Bringing goods to the buyer.
  topics payment 3
  en delivery | deliver | shipping | courier
  ug يەتكۈزۈش | توشۇش | ئەۋەتىش ~ يەتكۈز
  ky жеткирүү | жеткирүүчү ~ жеткир
  tk eltip bermek | gowşurmak | gowşuryş | kurýer
  az çatdırılma | çatdırmaq | kuryer ~ çatdır
goods: Things for sale.
  topics payment 2
  en goods | product | item | merchandise
  ug تاۋار | مەھسۇلات | بۇيۇم
  ky товар | өнүм | буюм | продукт
  tk haryt | önüm | -tawar ~ haryd
  az mal | məhsul | əmtəə
invoice: A paper that says what is to be paid.
  topics payment 4
  en invoice | receipt | bill
  ug تالون | ھېسابات تالونى | ھۆججەت تالونى
  ky дүмүрчөк | эсеп-фактура | квитанция
  tk hasap-faktura | töleg kagyzy | çek
  az qəbz | faktura | hesab-faktura | çek
tax: Money owed to the state.
  topics payment 3
  en tax
  ug باج
  ky салык
  tk salgyt ~ salgyd
  az vergi
discount: Taking something off the price.
  topics payment 4
  en discount | voucher | coupon
  ug ئېتىبار باھا | ئېتىبار | چېك
  ky арзандатуу | купон
  tk arzanladyş | kupon
  az endirim | kupon
loan: Something lent.
  topics payment 2
  en loan | credit | lend | borrow
  ug قەرز | كرېدىت | ئارىيەت
  ky карыз | насыя | кредит
  tk karz | kredit
  az kredit | borc
insurance: A contract that pays when harm comes.
  topics payment 2
  en insurance | insurer ~ insur
  ug سۇغۇرتا
  ky камсыздандыруу
  tk ätiýaçlandyryş
  az sığorta
consumer: A person who buys for private use.
  topics law 3
  en consumer
  ug ئىستېمالچى
  ky керектөөчү
  tk sarp ediji
  az istehlakçı
severability: The rest of a contract holding when one part does not.
  topics law 5
  en severability | invalid | provision ~ severab invalid
  ug ئىناۋەتسىز | ماددا
  ky жараксыз | жобо
  tk güýjüni ýitiren | düzgünnama
  az etibarsız | müddəa
boilerplate: Text of the page around the policy.
  topics noise 8
  en print this page | home page | all rights reserved | back to top | site map
  ug تور بەت ئاسرىلىۋاتىدۇ | ھازىرچە ھۆججەت يوق | چۈشۈرۈلگەن سانى
  ky бардык укуктар корголгон | башкы бет | басып чыгаруу
  tk ähli hukuklar goralan | baş sahypa | çap et
  az bütün hüquqlar qorunur | ana səhifə | çap et
`,
)
