// How organisations work: offices, decisions, records, and the small print of forms.
import { domain } from "../concept.ts"

export const organisation = domain(
  "organisation",
  `
data-protection: Guarding people against misuse of information about them.
  topics rights 1 law 1
  en data protection
  ug ئۇچۇر قوغداش | سانلىق مەلۇمات قوغداش
  ky маалыматты коргоо | дайындарды коргоо
  tk maglumat goragy | maglumatlary goramak
  az məlumatların mühafizəsi | məlumatların qorunması
anonymous-use: Using a service without saying who one is.
  topics collect 1
  en without registering | anonymous visit
  ug تىزىملاتمايلا
  ky катталбастан | катталбай
  tk ýazylmazdan | hasaba durmazdan
  az qeydiyyatsız | qeydiyyatdan keçmədən
record-keeping: Writing down and keeping what was done.
  topics retention 1 log-data 1
  en record | records | register
  ug خاتىرە | دەپتەر
  ky жазуу | каттоо дептери
  tk ýazgy | hasaba alyş depderi
  az qeyd | yazı | reyestr
overwrite: Writing over old copies.
  topics retention 2
  en overwrite | overwritten
  ug ئۈستىگە يېزىش
  ky үстүнөн жазуу
  tk üstünden ýazmak
  az üzərinə yazmaq
restore: Bringing back from a copy.
  topics security 1 retention 1
  en restore | recovery
  ug ئەسلىگە كەلتۈرۈش
  ky калыбына келтирүү
  tk dikeltmek
  az bərpa | bərpa etmək
hosting: Keeping servers for others.
  topics transfers 2 share 2
  en hosting | data centre | data center | cloud
  ug سانلىق مەلۇمات مەركىزى | بۇلۇت
  ky маалымат борбору | булут
  tk maglumat merkezi | bulut
  az məlumat mərkəzi | bulud
standard-clauses: Contract terms of the European Commission for transfers.
  topics transfers 6
  en standard contractual clauses | standard clauses
  ug ئۆلچەملىك ماددا | ئۆلچەملىك توختام ماددىسى
  ky стандарттык шарттар | стандарттык жоболор
  tk standart şertler | standart bentler
  az standart müddəalar | standart müqavilə şərtləri
audit: An examination by outsiders.
  topics security 2
  en audit | inspection
  ug تەپتىش
  ky аудит | текшерүү
  tk audit | barlag
  az audit | yoxlama
training: Teaching employees.
  topics security 1
  en training
  ug تەربىيەلەش
  ky окутуу
  tk okuw
  az təlim
identity-check: Making sure who someone is.
  topics rights 1 security 1
  en verify your identity | identity check | authentication
  ug كىملىك تەكشۈرۈش | سالاھىيەت دەلىللەش
  ky өздүгүн текшерүү | аутентификация
  tk şahsyýetini barlamak | hakykylyk barlagy
  az kimliyin yoxlanması | autentifikasiya
two-step: Signing in with two proofs.
  topics security 3
  en two-factor | two-step
  ug ئىككى باسقۇچلۇق
  ky эки кадамдуу | эки факторлуу
  tk iki tapgyrly | iki basgançakly
  az iki mərhələli | ikifaktorlu
spam: Messages nobody asked for.
  topics communications 2 content 1
  en spam | unsolicited
  ug ئەخلەت خەت
  ky спам
  tk spam
  az spam
moderation: Looking over what users write.
  topics content 3
  en moderation | moderator
  ug مەزمۇن باشقۇرۇش
  ky модерация | модератор
  tk moderasiýa | moderator
  az moderasiya | moderator
infringement: Breaking the rights of others.
  topics content 2
  en infringement | plagiarism
  ug ھوقۇققا دەخلى قىلىش
  ky укук бузуу | плагиат
  tk hukuk bozma | plagiat
  az hüquq pozuntusu | plagiat
membership: Belonging to a service or club.
  topics account 3
  en membership | member
  ug ئەزالىق | ئەزا
  ky мүчөлүк | мүчө
  tk agzalyk | agza
  az üzvlük | üzv
trial: Using a service for a time without paying.
  topics payment 2 account 1
  en free trial | trial period
  ug سىناق مۇددىتى
  ky сыноо мөөнөтү
  tk synag döwri
  az sınaq müddəti
renewal: Going on for another period.
  topics payment 2 termination 1
  en renewal | renew | extend
  ug ئۇزارتىش
  ky узартуу
  tk uzaltmak
  az uzatmaq | uzadılma
notice-period: Time between saying so and leaving.
  topics termination 3
  en notice period | giving notice
  ug ئالدىن خەۋەر قىلىش مۇددىتى
  ky алдын ала эскертүү мөөнөтү
  tk öňünden duýduryş möhleti
  az xəbərdarlıq müddəti
assignment: Handing over a contract to another.
  topics law 2
  en assign this agreement | assignment
  ug ھوقۇق ئۆتكۈزۈپ بېرىش
  ky укукту өткөрүп берүү
  tk hukugy geçirip bermek
  az hüquqların ötürülməsi
entire-agreement: The text being all that was agreed.
  topics law 3
  en entire agreement
  ug پۈتۈن كېلىشىم
  ky толук макулдашуу
  tk doly ylalaşyk
  az tam razılaşma
language-clause: Which language of a contract counts.
  topics law 2
  en language version | prevails | takes precedence
  ug ئۈستۈن تۇرىدۇ
  ky артыкчылыкка ээ
  tk ileri tutulýar
  az üstün tutulur | üstünlük
good-faith: Honest intent.
  topics law 1
  en good faith
  ug سەمىمىي نىيەت
  ky ак ниет
  tk ak ýürek
  az xoş niyyət
do-not-track: A browser's wish not to be followed.
  topics cookies 3
  en do not track
  ug ئىزلىماسلىق تەلىپى
  ky көз салбоо сурамы
  tk yzarlamazlyk haýyşy
  az izləməmə sorğusu
`,
)
