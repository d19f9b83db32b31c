// The day of publication: what it is taken from, strongest first, and that of items of a page.
#include "resolve/time/published.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"

namespace panchina {
namespace {

Document published(const char* text, const char* given, PublishedFrom from, const char* fallback,
                   PublishedFrom fallback_from) {
  Document document = AnnotateStages::get().annotated(text);
  document.info.given_published = given;
  document.info.given_from = from;
  document.info.fallback_published = fallback;
  document.info.fallback_from = fallback_from;
  find_published(document);
  return document;
}

TEST(Published, IsNobodysDayOfBirth) {
  for (const char* const text :
       {"Aldo Rossi\n\nNato a Lecce il 4/5/1958\n\nHa giocato nel Lecce per molti anni e poi "
        "altrove.",
        "Aldo Rossi\n\nAldo Rossi (nato a Lecce il 4/5/1958) ha giocato nel Lecce.",
        "Aldo Rossi\n\nData di nascita: 4 maggio 1958\n\nHa giocato nel Lecce per molti anni."}) {
    const Document document = published(text, "", PublishedFrom::kNone, "", PublishedFrom::kNone);
    EXPECT_EQ(document.published_from, PublishedFrom::kNone) << text;
  }
}

TEST(Published, ComesFromTheStrongestSource) {
  const char* const dated = "Lecce, 12 marzo 2024 - Ieri il Lecce ha esonerato Rossi.";
  const char* const bare = "Ieri il Lecce ha esonerato Rossi.";
  using From = PublishedFrom;
  struct Case {
    const char* text;
    const char* given;
    From from;
    const char* fallback;
    From fallback_from;
    const char* day;
    From found;
  };
  for (const Case& one : {
           Case{dated, "2024-03-14", From::kMetadata, "", From::kNone, "2024-03-14",
                From::kMetadata},
           Case{dated, "2024-03-14", From::kHtml, "2024-03-15", From::kUrl, "2024-03-14",
                From::kHtml},
           Case{dated, "", From::kNone, "2024-03-15", From::kUrl, "2024-03-12", From::kDateline},
           Case{bare, "", From::kNone, "2024-03-15", From::kUrl, "2024-03-15", From::kUrl},
           Case{bare, "", From::kNone, "2024-03-16", From::kOption, "2024-03-16", From::kOption},
           Case{bare, "", From::kNone, "", From::kNone, "", From::kNone},
       }) {
    const Document document =
        published(one.text, one.given, one.from, one.fallback, one.fallback_from);
    EXPECT_EQ(document.published.edtf, one.day) << one.text;
    EXPECT_EQ(document.published_from, one.found) << one.text;
  }
}

TEST(Published, ADispatchIsSeenFromTheDayOnWhichItWasWritten) {
  for (const char* const head : {"Lecce, lunedì sera.\n", "LECCE, 11 notte\n", "LECCE, 11 - "}) {
    const Document document =
        published((std::string("SERIE A\n\n") + head +
                   "Riunitosi stamane, il consiglio del Lecce ha esonerato Aldo Rossi dopo la "
                   "sconfitta di ieri con il Bari davanti a pochi spettatori.\n")
                      .c_str(),
                  "2024-03-12", PublishedFrom::kMetadata, "", PublishedFrom::kNone);
    EXPECT_EQ(document.published.edtf, "2024-03-12") << head;
    EXPECT_EQ(document.published_of(0).edtf, "2024-03-11") << head;
  }
  const Document prose = published(
      "Il Lecce ha perso ancora, lunedì.\nIl consiglio ha esonerato Aldo Rossi dopo la "
      "sconfitta con il Bari davanti a pochi spettatori.\n",
      "2024-03-12", PublishedFrom::kMetadata, "", PublishedFrom::kNone);
  EXPECT_EQ(prose.published_of(0).edtf, "2024-03-12");
}

TEST(Published, ItemsOfAPageHaveTheirOwnDay) {
  const Document document = published(
      "Archivio delle panchine\n22/01/2025\n\nLECCE, ECCO ROSSI\n22/01/2025 - Aldo Rossi guida da "
      "ieri il Lecce, dopo la sconfitta di domenica con il Bari al Via del mare.\n\nBARI, VIA "
      "NERI\n17/01/2025 - Separazione consensuale tra il Bari e Elio Neri, che fino a ieri guidava "
      "la squadra di casa.\n",
      "", PublishedFrom::kNone, "", PublishedFrom::kNone);
  ASSERT_EQ(document.sections.size(), 2u);
  EXPECT_EQ(document.published.edtf, "2025-01-22");
  EXPECT_EQ(document.published_of(0).edtf, "2025-01-22");
  EXPECT_EQ(document.published_of(1).edtf, "2025-01-17");
}

TEST(Published, StandsInWhatSurroundsTheText) {
  const std::string text =
      "Il Lecco ha esonerato ieri Aldo Rossi dopo la sconfitta con il Como. La squadra, undicesima "
      "con 24 punti, è stata affidata a Mario Neri.\n\nRossi era arrivato a luglio al posto di Ugo "
      "Verdi, che aveva lasciato nel 1986. Domenica arriva il Varese.\n";
  struct Case {
    std::string text;
    const char* day;
  };
  for (const Case& one : {
           Case{"Lecco, via Rossi\n\nAddì 3 marzo 1987, alle ore 21, nella sede. " + text,
                "1987-03-03"},
           Case{"Buonasera, oggi è martedì 3 marzo 1987. " + text, "1987-03-03"},
           Case{"Ecco com'è andata ieri, 2 marzo 1987, alla nostra squadra. " + text, "1987-03-03"},
           Case{"Domani, mercoledì 4 marzo 1987, si gioca la finale. " + text, "1987-03-03"},
           Case{"Buongiorno! È martedì 3 marzo e questa è la puntata 12. " + text, "1987-03-03"},
           Case{"Lecco, il foglio dei soci - n. 41 - marzo 1987\n\nCari soci, vi scriviamo oggi 3 "
                "marzo, a bocce ferme. " +
                    text,
                "1987-03-03"},
           Case{text + " La guida da oggi, martedì 3 marzo 1987, è del vice.", "1987-03-03"},
           Case{"Lecco, via Rossi\n\n" + text + "\nDa «La Provincia» del 3 marzo 1987\n",
                "1987-03-03"},
           Case{"Lecco, via Rossi\nVerbale della seduta del 3 marzo 1987, ore 21\n\n" + text,
                "1987-03-03"},
           Case{"Pag. 6   LA VOCE DEL LARIO   Martedì 3 marzo 1987\n\nLecco, via Rossi\n\n" + text,
                "1987-03-03"},
           Case{"CALCIO: LECCO\n\n(AGI-EST) - LECCO, 3 MAR 87 - " + text, "1987-03-03"},
           // Without its year: the first such day behind the last year told.
           Case{"CALCIO: LECCO\n\n(AGI) LECCO, 3 MAR - " + text, "1987-03-03"},
           Case{"Lecco, via Rossi\n\n" + text + "\nda «La Provincia» del 3 marzo 1987\n",
                "1987-03-03"},
           // Of a life, of a birth, of what is long past: none of them.
           Case{"Ugo Verdi (Como, 3 marzo 1927 - Lecco, 5 maggio 1988)\n\n" + text, ""},
           Case{"Aldo Rossi, tecnico: Como, 3 marzo 1957\n\n" + text, ""},
           Case{"Como-Lecco, 3 marzo 1957\n\n" + text, ""},
       }) {
    const Document document =
        published(one.text.c_str(), "", PublishedFrom::kNone, "", PublishedFrom::kNone);
    EXPECT_EQ(document.published.edtf, one.day) << one.text;
  }
}

}  // namespace
}  // namespace panchina
