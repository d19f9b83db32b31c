// Entities: who a name is, section by section; epithets and descriptors.
#include "resolve/entity/entities.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"

namespace panchina {
namespace {

struct Case {
  const char* text;
  const char* persons;  // name (key) of each person's mention, in text order
  const char* clubs;    // id of each club's mention, indirect ones with ~, the people of a place
                        // that stand for it with ^
};

class Entities : public testing::TestWithParam<Case> {};

TEST_P(Entities, AreThoseOfTheText) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(GetParam().text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  std::string persons, clubs;
  for (Index u = 0; u < document.units.size(); ++u) {
    if (const Index p = view.person_of_unit[u]; p != kNoIndex) {
      if (!persons.empty()) persons += '|';
      persons += view.persons[p].name + " (" + view.persons[p].key + ")";
    }
    if (const Index c = view.club_of_unit[u]; c != kNoIndex) {
      if (!clubs.empty()) clubs += ' ';
      clubs += (view.indirect[u] ? "~" : "") + view.clubs[c];
    } else if (const Index folk = view.folk_of_unit[u]; folk != kNoIndex) {
      if (!clubs.empty()) clubs += ' ';
      clubs += "^" + view.clubs[folk];
    }
  }
  EXPECT_EQ(persons, GetParam().persons) << GetParam().text;
  EXPECT_EQ(clubs, GetParam().clubs) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Entities,
    testing::Values(
        Case{"Massimo Carrera guida il Bari. Carrera ha firmato.",
             "Massimo Carrera (massimo-carrera)|Massimo Carrera (massimo-carrera)", "bari"},
        Case{"Gildo Rossetti nacque nel 1926. Ermenegildo Rossetti allenò il Seregno.",
             "Ermenegildo Rossetti (ermenegildo-rossetti)|Ermenegildo Rossetti "
             "(ermenegildo-rossetti)",
             "seregno"},
        Case{"Nino Cordioli resta, Dino Cordioli va.",
             "Nino Cordioli (nino-cordioli)|Dino Cordioli (dino-cordioli)", ""},
        Case{"Addio a Bepi Cordioli. Giuseppe Cordioli allenò il Pisa. Bepi rideva.",
             "Giuseppe Cordioli (giuseppe-cordioli)|Giuseppe Cordioli (giuseppe-cordioli)|"
             "Giuseppe Cordioli (giuseppe-cordioli)",
             "pisa"},
        Case{"Nino Cordioli, da non confondere con Dino Cordioli, è nato a Pisa. Cordioli giocava.",
             "Nino Cordioli (nino-cordioli)|Dino Cordioli (dino-cordioli)|"
             "Nino Cordioli (nino-cordioli)",
             ""},
        Case{"Nino Cordioli Bassetti guida il Pisa. Per Bassetti è un ritorno, Cordioli ride.",
             "Nino Cordioli Bassetti (nino-cordioli-bassetti)|"
             "Nino Cordioli Bassetti (nino-cordioli-bassetti)|"
             "Nino Cordioli Bassetti (nino-cordioli-bassetti)",
             "pisa"},
        Case{"Nino Vinicio De Bassetti guida il Pisa. Poi Vinicio si dimette, Nicio resta.",
             "Nino Vinicio De Bassetti (nino-vinicio-de-bassetti)|"
             "Nino Vinicio De Bassetti (nino-vinicio-de-bassetti)",
             "pisa"},
        Case{"Nino Della Bassetti guida il Pisa. Il presidente Bassetti ride.",
             "Nino Della Bassetti (nino-della-bassetti)|Bassetti ()", "pisa"},
        Case{"Niccolò Cordioli resta. CORDIOLI NICOLÒ firma.",
             "Niccolò Cordioli (niccolo-cordioli)|Niccolò Cordioli (niccolo-cordioli)", ""},
        Case{"ROSSETTI MARCO\nAllenatore del Pisa.", "Marco Rossetti (marco-rossetti)", "pisa"},
        Case{"La Juventus cambia. Nel club torinese arriva mister Brambilletti.", "Brambilletti ()",
             "juventus ~juventus"},
        Case{"Il Bari ha perso. I biancorossi sono ultimi.", "", "bari ~bari"},
        Case{"Il Bari ha scelto Rossi\n\nHa guidato il Padova per tre anni. Non ha mai "
             "perso.\n\nI biancorossi cambiano dopo una lunga stagione.",
             "", "bari padova ~bari"},
        Case{"Il Bari ha scelto Rossi\n\nHa guidato il Padova per tre anni. I biancorossi persero.",
             "", "bari padova ~padova"},
        Case{"Il Milan e il Perugia. La panchina del Grifo va a Neri.", "",
             "milan perugia ~perugia"},
        Case{"Il Bologna sfida il Foggia. Gli emiliani sono ultimi.", "",
             "bologna foggia ^bologna"},
        Case{"Il Bologna sfida il Foggia. I tifosi emiliani sono in festa.", "", "bologna foggia"},
        Case{"Il Bologna sfida il Foggia. I siciliani sono ultimi.", "", "bologna foggia"},
        Case{"Il Mantova riceve il Gubbio. Gli umbri sono ultimi.", "", "mantova gubbio ^gubbio"},
        Case{"Il Bologna e il Foggia. Una società calcistica italiana.", "", "bologna foggia"},
        Case{"Il Bologna sfida il Foggia. La società emiliana riflette.", "",
             "bologna foggia ~bologna"},
        Case{"Agrigento - Montefeltro 2-0\nSavoia - Carrarese 1-1\n\nL'Akragas ride.", "",
             "akragas ?montefeltro savoia carrarese akragas"},
        Case{"Il Pisa ha vinto. I bianconeri sono ultimi.", "", "pisa"},
        Case{"La Lupa Roma ha perso. I capitolini sono ultimi.", "", "lupa-roma ~lupa-roma"},
        Case{"Il Bari ha perso. La società biancorossa riflette.", "", "bari ~bari"}));

}  // namespace
}  // namespace panchina
