#include "resolve/career/end_cause.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"
#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

struct Case {
  const char* text;
  const char* person;
  const char* slot;  // the words of its end, or its name where it went
  const char* cause;
  bool followed = false;  // by Ugo Verdi
};

class EndCause : public testing::TestWithParam<Case> {};

TEST_P(EndCause, IsWhatAWordBesideTheEndSays) {
  const auto& stages = AnnotateStages::get();
  const Case& given = GetParam();
  const Document document = stages.annotated(given.text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  Event event = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  event.args[Tenure::kPerson] = std::string(given.person);
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  const bool went = std::string(given.slot) == given.person;
  event.args[Tenure::kRole] = std::string("head_coach");
  if (given.followed) event.args[Tenure::kReplacedBy] = std::string("Ugo Verdi");
  evidence.cue = went ? Cue::kDeparture : Cue::kInPost;
  const auto at = static_cast<std::uint32_t>(std::string(given.text).find(given.slot));
  evidence.span = {at, at + static_cast<std::uint32_t>(std::string(given.slot).size())};
  evidence.slots.push_back({went ? Tenure::kPerson : Tenure::kEnd, evidence.span});
  event.evidence.push_back(evidence);
  std::vector<Event> events = {event};
  add_end_causes(events, document, stages.lexicon, view);
  EXPECT_EQ(value_text(events[0].args[Tenure::kEndCause]), given.cause) << given.text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, EndCause,
    testing::Values(
        Case{"Guida il Pisa dal 1960 al gennaio 1963, licenziato da quinto.", "Nino Cordioli",
             "dal 1960 al gennaio 1963", "dismissed"},
        Case{"Eredita il Pisa da Nino Cordioli (dimesso dopo una sconfitta).", "Nino Cordioli",
             "Nino Cordioli", "resigned"},
        Case{"Ecco Nino Cordioli: un anno e il benservito il 6 marzo 1990.", "Nino Cordioli",
             "6 marzo 1990", "dismissed"},
        Case{"Succede a Nino Cordioli, giunto a naturale scadenza.", "Nino Cordioli",
             "Nino Cordioli", "contract_expired"},
        Case{"Rapporto chiuso consensualmente il 24 giugno 2021.", "Nino Cordioli",
             "24 giugno 2021", "mutual_consent"},
        Case{"Il Pisa ha esonerato Nino Cordioli: dentro Ugo Verdi.", "Nino Cordioli",
             "Nino Cordioli", "dismissed"},
        Case{"Il Pisa esonera il tecnico Dino Neri e richiama Nino Cordioli.", "Nino Cordioli",
             "Nino Cordioli", ""},
        Case{"Via il tecnico Nino Cordioli, dentro Ugo Verdi.", "Nino Cordioli", "Nino Cordioli",
             "dismissed", true},
        Case{"Il Pisa ha deciso: via Nino Cordioli, c'è Ugo Verdi.", "Nino Cordioli",
             "Nino Cordioli", "dismissed", true},
        Case{"Andò via Nino Cordioli, dentro Ugo Verdi.", "Nino Cordioli", "Nino Cordioli", "",
             true},
        Case{"Via Nino Cordioli, per motivi di lavoro.", "Nino Cordioli", "Nino Cordioli", ""},
        // Of another, behind a comma, beyond a club, in another sentence.
        Case{"Nel 1974 andò via, poi Dino Cordioli, esonerato a novembre.", "Nino Cordioli", "1974",
             ""},
        Case{"Al posto di Dino Cordioli, allontanato nel febbraio 1960.", "Nino Cordioli",
             "febbraio 1960", ""},
        Case{"Restò fino al 1974 a Lecco, al Pisa dimesso.", "Nino Cordioli", "1974", ""},
        Case{"Ugo Verdi, subentrato a Nino Cordioli, ha risolto consensualmente il contratto.",
             "Nino Cordioli", "Nino Cordioli", ""},
        Case{"Restò fino al 1974. Esonerato fu poi il vice.", "Nino Cordioli", "1974", ""}));

}  // namespace
}  // namespace panchina
