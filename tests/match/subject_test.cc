// SubjectFinder: who stands before a verb as its subject, over the project's own annotation.
#include "match/subject.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/phrase.h"

namespace panchina {
namespace {

struct Case {
  const char* text;
  const char* subject;  // of the last verb; empty: it is left out
};

class SubjectBefore : public testing::TestWithParam<Case> {};

TEST_P(SubjectBefore, IsFoundOrLeftOut) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(GetParam().text);
  Index verb = kNoIndex;
  IndexRange bounds;
  for (const Clause& clause : document.clauses) {
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      if (verb_of(document, u) == nullptr) continue;
      verb = u;
      bounds = clause.units;
    }
  }
  ASSERT_NE(verb, kNoIndex) << GetParam().text;
  const Index found = SubjectFinder(stages.lexicon).preceding(document, verb, bounds);
  EXPECT_EQ(found == kNoIndex ? "" : document.text.norm(document.units[found].span),
            GetParam().subject)
      << GetParam().text;
}

// The object of an earlier verb is nobody's subject.
INSTANTIATE_TEST_SUITE_P(
    Objects, SubjectBefore,
    testing::Values(Case{"Aldo Rossi lascia il Lecce: ha firmato.", ""},
                    Case{"Aldo Rossi, che allenò il Lecce, ha firmato.", ""},
                    Case{"Lascia il Lecce e ha firmato.", ""},
                    Case{"Lo chiama il Lecce, ma viene esonerato.", ""},
                    Case{"Lo chiama il Lecce e il Bari viene battuto.", "Bari"},
                    Case{"Allena Lecce e Bari, e con i calabresi ha vinto.", ""},
                    Case{"Dopo aver guidato il Lecce, a maggio viene esonerato.", ""},
                    Case{"Dopo aver vinto a Lecce il Bari ha firmato.", "Bari"},
                    Case{"Ottenuto il patentino a Lodi, ha firmato.", ""},
                    Case{"Allena ancora il Lecce in Serie C, subentrando.", ""},
                    Case{"Il Lecce ha firmato.", "Lecce"},
                    Case{"Allena il Lecce. Il Lecce ha firmato.", "Lecce"},
                    Case{"Vive con Aldo Rossi e il Lecce ha firmato.", "Lecce"}));

// ... nor is what an infinitive or a gerund governs, and what stands before them may be.
INSTANTIATE_TEST_SUITE_P(
    NotFinite, SubjectBefore,
    testing::Values(Case{"Dopo aver perso anche la finale, viene esonerato.", ""},
                    Case{"Prima di iniziare la nuova stagione, firma.", ""},
                    Case{"Pur avendo raggiunto una storica salvezza, viene esonerato.", ""},
                    Case{"Aldo Rossi, dopo aver perso la finale, viene esonerato.", "Aldo Rossi"},
                    Case{"Il presidente, senza dire una parola, firma.", "presidente"},
                    Case{"Salva la squadra ma viene esonerato.", ""},
                    Case{"Firma un contratto, ma a dicembre viene esonerato.", ""},
                    Case{"Firma un contratto, ma la società viene venduta.", "società"},
                    Case{"Complice la crisi, viene esonerato.", ""},
                    Case{"Arrivato sulla panchina bianconera, viene esonerato.", ""},
                    Case{"Arrivato sulla panchina, i bianconeri cambiano.", "bianconeri"}));

// What stands in the plural does nothing alone.
INSTANTIATE_TEST_SUITE_P(Many, SubjectBefore,
                         testing::Values(Case{"Allena gli allievi e dal 2017 guida il Lecce.", ""},
                                         Case{"Allena bene. Gli allievi guidano il Lecce.",
                                              "allievi"}));

// `dal quale` is governed, and what stands before it is not meant.
INSTANTIATE_TEST_SUITE_P(Relatives, SubjectBefore,
                         testing::Values(Case{"Allena il Lecce, dal quale viene esonerato.", ""},
                                         Case{"Il Lecce viene battuto.", "Lecce"}));

// Whom the relative right behind a name takes up, whatever governs the name.
INSTANTIATE_TEST_SUITE_P(
    Antecedents, SubjectBefore,
    testing::Values(Case{"Prende il posto di Aldo Rossi, che ha firmato.", "Aldo Rossi"},
                    Case{"Con Aldo Rossi, lodigiano, che da maggio guida il Lecce.", "Aldo Rossi"},
                    Case{"Il fratello di Aldo Rossi, che ha firmato.", "fratello"}));

// What somebody is called by is not somebody else.
INSTANTIATE_TEST_SUITE_P(
    Epithets, SubjectBefore,
    testing::Values(Case{"Il lodigiano guida il Lecce.", ""},
                    Case{"Sulla panchina lodigiana arriva.", ""},
                    Case{"Il tecnico lodigiano del Lecce ha firmato.", "tecnico lodigiano"},
                    Case{"In maglia rossonera ha vinto.", ""},
                    Case{"Difensore di fascia, ha giocato.", ""},
                    Case{"La prima va bene, la seconda, in casa, va male.", "seconda"},
                    Case{"L'ex tecnico di Lecce e Bari ha firmato.", "tecnico"},
                    Case{"A Lecce e il Bari ha firmato.", "Bari"},
                    Case{"Il difensore, ieri, ha giocato.", "difensore"}));

// No club is dismissed.
INSTANTIATE_TEST_SUITE_P(PersonalActs, SubjectBefore,
                         testing::Values(Case{"Il Lecce nel 1977, venti gare ed esonerato.", ""},
                                         Case{"Lecce (Serie C), subentrato a maggio.", ""},
                                         Case{"Il Lecce promosso.", "Lecce"}));

// `come vice`: as what somebody does something.
INSTANTIATE_TEST_SUITE_P(
    Capacities, SubjectBefore,
    testing::Values(Case{"Entra nel Lecce come allenatore in seconda, poi firma.", ""},
                    Case{"Poi l'allenatore del Lecce firma.", "allenatore"}));

// `ex vice di Neri` between commas: the subject stands before it.
INSTANTIATE_TEST_SUITE_P(
    Asides, SubjectBefore,
    testing::Values(Case{"Aldo Rossi, ex vice di Ugo Neri, ha firmato.", "Aldo Rossi"},
                    Case{"Aldo Rossi, con Ugo Neri, ha firmato.", "Aldo Rossi"}));

}  // namespace
}  // namespace panchina
