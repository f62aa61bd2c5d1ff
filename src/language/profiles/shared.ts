// Loans that Turkmen and Azerbaijani spell as English does (or nearly), so that they never count as English.

export const sharedLoans: readonly string[] = (
  "admin agent argument audio audit auditor balans bank blog blogger blok bonus brend chat detal " +
  "detektor direktor disk doktor domen element faktor federal film final fokus forma formal format " +
  "forum foto general host hosting import indeks inspektor instrument internet interval kabinet kamera " +
  "kart kod kontrast korpus kredit kurs limit link login logistika market marketing material media " +
  "menejer metro minus model modem modul moment monitor moral motor norma normal opera operator paket " +
  "panel park parol partner pasport patent pin plan plus port printer problem profil protest protokol " +
  "radio real region respublika resurs risk segment sektor sertifikat server sms spam sport standart " +
  "start status student tender test tip token total transfer transit trend tur vektor veto video virus " +
  "web"
).split(" ")
